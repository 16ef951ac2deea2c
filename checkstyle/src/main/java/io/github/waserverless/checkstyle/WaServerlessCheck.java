package io.github.waserverless.checkstyle;

import com.puppycrawl.tools.checkstyle.api.AbstractFileSetCheck;
import com.puppycrawl.tools.checkstyle.api.FileContents;
import com.puppycrawl.tools.checkstyle.api.FileText;
import com.puppycrawl.tools.checkstyle.api.SeverityLevel;
import io.github.waserverless.configuration.RunProfile;
import io.github.waserverless.engine.Analysis;
import io.github.waserverless.engine.InvalidInput;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.source.Location;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reports what wa-serverless finds in the files that Checkstyle is given. They are judged together
 * when all of them are known, for a handler is more than its file.
 */
public final class WaServerlessCheck extends AbstractFileSetCheck {

  /** The message of a finding. */
  public static final String FINDING = "finding";

  /** The message when nothing can be judged. */
  public static final String UNUSABLE = "unusable";

  /** The message when some of the judgement is missing. */
  public static final String FAULT = "fault";

  private final Map<Path, File> files = new LinkedHashMap<>();
  private ProjectFiles project = new ProjectFiles(Optional.empty(), Optional.empty());

  /** A check of Java sources, and of templates if Checkstyle is given any. */
  public WaServerlessCheck() {
    setFileExtensions(".java", ".yaml", ".yml", ".json", ".template");
  }

  /** Sets the configuration file, instead of the one that is found above the sources. */
  public void setConfigFile(String file) {
    project = new ProjectFiles(Optional.of(Path.of(file)), project.profile());
  }

  /** Sets the profile, {@code core} or {@code strict}, instead of the configuration's. */
  public void setProfile(String name) {
    for (RunProfile profile : RunProfile.values()) {
      if (profile.name().equalsIgnoreCase(name.strip())) {
        project = new ProjectFiles(project.configuration(), Optional.of(profile));
        return;
      }
    }
    throw new IllegalArgumentException("profile is core or strict, not " + name);
  }

  @Override
  public void beginProcessing(String charset) {
    super.beginProcessing(charset);
    files.clear();
  }

  @Override
  protected void processFiltered(File file, FileText text) {
    files.put(file.toPath().toAbsolutePath().normalize(), file);
  }

  @Override
  public void finishProcessing() {
    if (!files.isEmpty()) {
      judge();
    }
    files.clear();
    super.finishProcessing();
  }

  private void judge() {
    File first = files.values().iterator().next();
    try {
      Analysis analysis = project.analyze(files.keySet());
      analysis.findings().forEach(this::report);
      for (Analysis.Fault fault : analysis.faults()) {
        report(first, FAULT, fault.during());
      }
    } catch (InvalidInput e) {
      e.messages().forEach(message -> report(first, UNUSABLE, message));
    }
  }

  private void report(File file, String key, String text) {
    setId(null);
    setSeverity(SeverityLevel.ERROR.getName());
    log(1, key, text);
    fireErrors(file.getAbsolutePath());
  }

  private void report(Finding finding) {
    Location location = finding.location();
    File file = files.get(Path.of(location.file()).toAbsolutePath().normalize());
    if (file == null) {
      return;
    }
    setId(finding.rule().id());
    setSeverity(severity(finding.severity()).getName());
    int line = location.span().startLine();
    int column = location.span().startColumn();
    try {
      // The column in a line with tabs is counted with its text.
      setFileContents(new FileContents(new FileText(file, StandardCharsets.UTF_8.name())));
      log(line, column - 1, FINDING, finding.message());
    } catch (IOException e) {
      log(line, FINDING, finding.message());
    }
    fireErrors(file.getAbsolutePath());
  }

  private static SeverityLevel severity(Severity severity) {
    return switch (severity) {
      case ERROR -> SeverityLevel.ERROR;
      case WARNING -> SeverityLevel.WARNING;
      case NOTE -> SeverityLevel.INFO;
    };
  }
}
