package io.github.waserverless.report;

import io.github.waserverless.rule.RuleInfo;
import java.io.IOException;
import java.util.List;

/** The cards of rules, as a table or as JSON. */
public final class RuleList {

  private RuleList() {}

  /** One line for each rule. */
  public static void writeText(List<RuleInfo> rules, Appendable out) throws IOException {
    int widest = rules.stream().mapToInt(r -> r.name().length()).max().orElse(0);
    for (RuleInfo rule : rules) {
      out.append(
          "%s  %-7s  %s  %s\n"
              .formatted(
                  rule.id(),
                  rule.severity().word(),
                  rule.name() + " ".repeat(widest - rule.name().length()),
                  rule.title()));
    }
  }

  /** An array of objects. */
  public static void writeJson(List<RuleInfo> rules, Appendable out) throws IOException {
    JsonWriter json = new JsonWriter(out);
    json.array(
        () -> {
          for (RuleInfo rule : rules) {
            json.object(() -> card(rule, json));
          }
        });
    json.end();
  }

  private static void card(RuleInfo rule, JsonWriter json) throws IOException {
    json.member("id", rule.id()).member("name", rule.name()).member("title", rule.title());
    JsonReport.principles(rule, json);
    json.member("pillar", JsonReport.word(rule.pillar()))
        .member("severity", rule.severity().word())
        .member("profile", JsonReport.word(rule.profile()));
  }
}
