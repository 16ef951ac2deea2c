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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The applications that some texts make up, without a file system: for tests of rules. */
public final class Project {

  private final List<Joined> joined;
  private final List<Notice> notices;
  private final CodeRead code;
  private final RuleData data;

  private Project(List<Joined> joined, List<Notice> notices, CodeRead code, RuleData data) {
    this.joined = List.copyOf(joined);
    this.notices = List.copyOf(notices);
    this.code = code;
    this.data = data;
  }

  /** The applications. */
  public List<Application> applications() {
    return joined.stream().flatMap(each -> each.application().stream()).toList();
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
    List<TemplateFile> templates = new ArrayList<>();
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
            templates.add(TemplateFile.inMemory(source, template));
          }
        });
    JavaCode.Read code = JavaCode.of(templates, sources, scripts(files));
    notices.addAll(code.notices());
    List<Joined> joined = new ArrayList<>();
    Set<SourceClass> deployed = new HashSet<>();
    for (Group group : ApplicationBuilder.joinAll(templates, data)) {
      Joined application = Joined.of(group, code.code());
      application.rethrow();
      joined.add(application);
      deployed.addAll(application.deployed());
    }
    List<SourceClass> alone = Undeployed.handlers(deployed, code.code());
    if (!alone.isEmpty()) {
      joined.add(Joined.alone(Application.ofHandlers(alone, data, code.code())));
    }
    joined.forEach(each -> notices.addAll(each.notices()));
    return new Project(joined, notices, CodeRead.of(code, ConstructPlaces.NONE), data);
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
    Suppressions everywhere = suppressing.everywhere(code, List.of(), data);
    List<Suppressions> all = new ArrayList<>();
    List<List<Finding>> results = new ArrayList<>();
    for (Joined each : joined) {
      Suppressions stated = suppressing.in(each.members(), each.documents().values(), data);
      Analyzer analyzer =
          new Analyzer(rules, stated.before(everywhere), Profile.STRICT, ConstructPlaces.NONE);
      each.application().ifPresent(app -> results.add(analyzer.analyze(app)));
      all.add(stated);
    }
    all.add(everywhere);
    List<Finding> findings = new ArrayList<>(OncePerPlace.of(results));
    findings.addAll(suppressing.complaints(Suppressions.together(all)));
    return findings.stream().sorted().toList();
  }
}
