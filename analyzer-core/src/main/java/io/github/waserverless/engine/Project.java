package io.github.waserverless.engine;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.RuleData;
import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Profile;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.source.Notice;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.suppression.Suppressions;
import io.github.waserverless.template.Documents.LocalFile;
import io.github.waserverless.template.Template;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The applications that some texts make up, without a file system: for tests of rules. */
public final class Project {

  private final List<Application> applications;
  private final List<Notice> notices;
  private final FilesRead files;
  private final RuleData data;

  private Project(
      List<Application> applications, List<Notice> notices, FilesRead files, RuleData data) {
    this.applications = List.copyOf(applications);
    this.notices = List.copyOf(notices);
    this.files = files;
    this.data = data;
  }

  /** The applications. */
  public List<Application> applications() {
    return applications;
  }

  private static BuildScripts scripts(Map<String, String> files) {
    return new BuildScripts(path -> Optional.ofNullable(files.get(Names.of(path))), Modules.NONE);
  }

  /** What in the texts was not looked at. */
  public List<Notice> notices() {
    return notices;
  }

  /**
   * Texts by path. All of them are one build.
   *
   * @param files the text of each file by its path
   */
  public static Project inMemory(Map<String, String> files, RuleData data) {
    TemplateLoader loader = new TemplateLoader(Map.of(), data, path -> file(path, files));
    List<ApplicationBuilder.Member> members = new ArrayList<>();
    List<Notice> notices = new ArrayList<>();
    List<SourceFile> sources = new ArrayList<>();
    files.forEach(
        (path, text) -> {
          SourceFile source = new SourceFile(Path.of(path), path, text);
          if (JvmSource.isSource(path)) {
            sources.add(source);
            return;
          }
          if (path.endsWith("pom.xml") || path.contains("build.gradle")) {
            return;
          }
          TemplateLoader.Loaded loaded = loader.load(source, false, Optional.empty());
          notices.addAll(loaded.notices());
          for (Template template : loaded.template().stream().toList()) {
            notices.addAll(template.notices());
            members.add(new ApplicationBuilder.Member(source, template));
          }
        });
    JavaCode.Read code = JavaCode.of(members, sources, scripts(files));
    notices.addAll(code.notices());
    List<Application> applications = new ArrayList<>();
    ApplicationBuilder.joinAll(members, data)
        .forEach(group -> applications.add(group.application(code.code())));
    List<SourceClass> alone = Undeployed.handlers(applications, code.code());
    if (!alone.isEmpty()) {
      applications.add(Application.ofHandlers(alone, data, code.code()));
    }
    applications.forEach(app -> notices.addAll(app.notices()));
    FilesRead read = FilesRead.of(members, code, ConstructPlaces.NONE, applications);
    return new Project(applications, notices, read, data);
  }

  private static LocalFile file(Path path, Map<String, String> files) {
    String name = Names.of(path);
    String text = files.get(name);
    return text == null
        ? LocalFile.not("does not exist")
        : LocalFile.of(new SourceFile(path, name, text));
  }

  /** What rules find in it. */
  public List<Finding> check(List<Rule> rules) {
    Suppressing suppressing = new Suppressing(rules, SuppressionSettings.ofFiles(rules));
    Suppressions suppressions = suppressing.in(files, data);
    Analyzer analyzer = new Analyzer(rules, suppressions, Profile.STRICT, ConstructPlaces.NONE);
    List<Finding> findings =
        new ArrayList<>(
            OncePerPlace.of(applications.stream().map(app -> analyzer.analyze(app)).toList()));
    findings.addAll(suppressing.complaints(suppressions));
    return findings.stream().sorted().toList();
  }
}
