package io.github.waserverless.configuration;

import io.github.waserverless.engine.Analysis;
import io.github.waserverless.engine.InvalidInput;
import io.github.waserverless.engine.Progress;
import io.github.waserverless.engine.Run;
import io.github.waserverless.engine.Search;
import io.github.waserverless.engine.SuppressionSettings;
import io.github.waserverless.engine.Tables;
import io.github.waserverless.report.JsonWriter;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Profile;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.source.Notice;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A first configuration for a project: what could be said, filled with what is found there. */
public final class ConfigurationDraft {

  private static final int WIDEST = 100;

  private final StringBuilder text = new StringBuilder();

  private ConfigurationDraft() {}

  /**
   * The text of a configuration for a folder.
   *
   * @param schema the address of the schema, for editors
   */
  public static String of(Path folder, RuleCatalog catalog, LocalDate today, String schema)
      throws IOException, InvalidInput {
    List<Rule> rules = catalog.rules().stream().filter(RunProfile.CORE::runs).toList();
    SuppressionSettings suppressions = SuppressionSettings.ofFiles(rules);
    Run run = new Run(rules, Tables.shipped(today), Map.of(), suppressions, Profile.CORE);
    Search search = Search.in(List.of(folder));
    Analysis analysis = run.analyze(search, Progress.NONE, false);
    ConfigurationDraft draft = new ConfigurationDraft();
    draft.line("# yaml-language-server: $schema=" + schema);
    draft.line("# What wa-serverless checks here. Its schema lists all keys: wa-serverless schema");
    draft.line("# " + read(analysis.statistics()) + " when this was written.");
    draft.profile();
    draft.rules(analysis.findings());
    draft.parameters(run.openParameters(search));
    draft.environments(SamConfig.in(folder));
    draft.scope(analysis.notices());
    draft.rest();
    return draft.text.toString();
  }

  private static String read(Analysis.Statistics read) {
    return "Found %s with %s and %s"
        .formatted(
            count(read.files(), "template"),
            count(read.resources(), "resource"),
            count(read.functions(), "function"));
  }

  private static String count(int number, String thing) {
    return number == 1 ? "1 " + thing : number + " " + thing + "s";
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private void heading(Key key) {
    line("");
    StringBuilder line = new StringBuilder("#");
    for (String word : key.description().split(" ", -1)) {
      if (line.length() + word.length() >= WIDEST) {
        line(line.toString());
        line = new StringBuilder("#");
      }
      line.append(' ').append(word);
    }
    line(line.toString());
  }

  private void profile() {
    heading(Key.PROFILE);
    line("profile: core");
  }

  private void rules(List<Finding> findings) {
    heading(Key.RULES);
    Map<String, RuleInfo> rules = new TreeMap<>();
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Finding finding : findings) {
      rules.put(finding.rule().id(), finding.rule());
      counts.merge(finding.rule().id(), 1, Integer::sum);
    }
    if (!rules.isEmpty()) {
      line("# These have findings today.");
    }
    line("# rules:");
    for (RuleInfo rule : rules.values()) {
      line(
          "#   %s: %s # %s: %s"
              .formatted(rule.id(), rule.severity().word(), rule.name(), counts.get(rule.id())));
    }
    if (rules.isEmpty()) {
      line("#   queue-without-dlq: error");
    }
  }

  private void parameters(List<String> open) throws IOException {
    heading(Key.PARAMETERS);
    if (!open.isEmpty()) {
      line("# These have no default: rules are silent where they matter.");
    }
    line("# parameters:");
    for (String name : open.isEmpty() ? List.of("Stage") : open) {
      line("#   " + quoted(name) + ":");
    }
  }

  private void environments(Map<String, Map<String, String>> environments) throws IOException {
    heading(Key.ENVIRONMENTS);
    boolean found = !environments.isEmpty();
    String start = found ? "" : "# ";
    line(found ? "# These are from " + SamConfig.NAME + "." : "# For example:");
    line(start + "environments:");
    Map<String, Map<String, String>> shown =
        found ? environments : Map.of("prod", Map.of("Stage", "prod"));
    for (Map.Entry<String, Map<String, String>> environment : shown.entrySet()) {
      line(start + "  " + quoted(environment.getKey()) + ":");
      line(start + "    parameters:");
      for (Map.Entry<String, String> pair : environment.getValue().entrySet()) {
        line(start + "      " + quoted(pair.getKey()) + ": " + quoted(pair.getValue()));
      }
    }
  }

  private void scope(List<Notice> notices) {
    heading(Key.INCLUDE);
    List<String> tests = new ArrayList<>();
    for (Notice notice : notices) {
      if (notice.message().contains(" in test folders")) {
        tests.add(notice.message());
      }
    }
    tests.forEach(message -> line("# Not read: " + message + "."));
    line("# include: [.]");
    heading(Key.EXCLUDE);
    line("# exclude: [generated/]");
  }

  private void rest() {
    heading(Key.IGNORE);
    line("# ignore:");
    line("#   - paths: legacy/");
    line("#     rules: [WAS701]");
    line("#     reason: goes away in May");
    heading(Key.BASELINE);
    line("# baseline: .wa-serverless-baseline.json");
    heading(Key.FAIL_ON);
    line("fail-on: warning");
    heading(Key.HONOUR_PEER_SUPPRESSIONS);
    line("# honour-peer-suppressions: true");
  }

  /** A text as YAML reads it back, whatever it holds: JSON is YAML here. */
  private static String quoted(String text) throws IOException {
    if (text.matches("[A-Za-z][A-Za-z0-9_.-]*")
        && !text.matches("(?i)y|n|yes|no|on|off|true|false|null")) {
      return text;
    }
    StringBuilder quoted = new StringBuilder();
    new JsonWriter(quoted).item(text);
    return quoted.toString();
  }
}
