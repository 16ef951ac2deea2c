package io.github.waserverless.fuzz;

import io.github.waserverless.app.RuleData;
import io.github.waserverless.configuration.RuleCatalog;
import io.github.waserverless.engine.Project;
import io.github.waserverless.engine.Tables;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.source.SourceFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Texts that all rules look at, without a file system. */
final class Judgement {

  private static final List<Rule> RULES =
      RuleCatalog.load(Judgement.class.getClassLoader()).rules();

  private static final RuleData DATA = Tables.shipped(LocalDate.of(2026, 11, 1));

  private Judgement() {}

  /** No rule fails, and whatever is said of a file has its place there. */
  static void check(Map<String, String> files) {
    Project project = Project.inMemory(files, DATA);
    List<Finding> findings = project.check(RULES);
    files.forEach(
        (name, text) -> {
          Places places = new Places(new SourceFile(Path.of(name), name, text));
          places.check(project.notices());
          for (Finding finding : findings) {
            places.check(finding.location(), finding.rule().id());
            finding.related().forEach(r -> places.check(r.location(), finding.rule().id()));
            finding.path().forEach(s -> places.check(s.location(), finding.rule().id()));
          }
        });
  }
}
