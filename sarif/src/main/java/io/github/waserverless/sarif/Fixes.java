package io.github.waserverless.sarif;

import io.github.waserverless.report.JsonWriter;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Fix;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.source.SourceFile;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes that make findings go away. */
final class Fixes {

  private final Map<String, Rule> rules = new HashMap<>();
  private final Map<String, SourceFile> sources;
  private final Locations locations;

  Fixes(List<Rule> rules, Map<String, SourceFile> sources, Locations locations) {
    rules.forEach(rule -> this.rules.put(rule.info().id(), rule));
    this.sources = sources;
    this.locations = locations;
  }

  /** The member {@code fixes} of a result; nothing where none is certain to be right. */
  void write(Finding finding, JsonWriter json) throws IOException {
    Optional<Fix> fix = of(finding);
    if (fix.isPresent()) {
      json.array("fixes", () -> json.object(() -> write(fix.get(), finding, json)));
    }
  }

  private Optional<Fix> of(Finding finding) {
    Rule rule = rules.get(finding.rule().id());
    SourceFile source = sources.get(finding.location().file());
    return rule == null || source == null || isElsewhere(finding)
        ? Optional.empty()
        : rule.fix(finding, source);
  }

  /**
   * Edits are those of a template; a finding may stand in the code that the template comes from.
   */
  private static boolean isElsewhere(Finding finding) {
    return finding.subjects().stream()
        .noneMatch(s -> s.location().file().equals(finding.location().file()));
  }

  private void write(Fix fix, Finding finding, JsonWriter json) throws IOException {
    json.object("description", () -> json.member("text", fix.description() + "."));
    json.array(
        "artifactChanges",
        () ->
            json.object(
                () -> {
                  locations.writeArtifact(finding.location().file(), json);
                  json.array("replacements", () -> replacements(fix, json));
                }));
  }

  private static void replacements(Fix fix, JsonWriter json) throws IOException {
    for (Fix.Edit edit : fix.edits()) {
      json.object(
          () -> {
            json.object("deletedRegion", () -> Regions.members(edit.span(), json));
            json.object("insertedContent", () -> json.member("text", edit.text()));
          });
    }
  }
}
