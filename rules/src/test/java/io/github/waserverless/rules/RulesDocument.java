package io.github.waserverless.rules;

import io.github.waserverless.rule.Pillar;
import io.github.waserverless.rule.Principle;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** {@code docs/rules.md}: all rules by principle, by pillar and by the rules of other tools. */
final class RulesDocument {

  private static final String SOURCES = "../rules/src/main/java/";

  private static final List<Principle> PRINCIPLES = List.of(Principle.values());

  private final List<Rule> rules;
  private final Peers peers;
  private final StringBuilder out = new StringBuilder();

  RulesDocument(List<Rule> rules, Peers peers) {
    this.rules = rules;
    this.peers = peers;
  }

  String text() {
    out.append(
        """
        # Rules

        <!-- Generated from the rules' cards and peers.json: see CONTRIBUTING.md. -->

        All %d rules, first by the design principles of the Serverless Applications Lens, then by the
        pillars of the Well-Architected Framework, then by the rules of other tools. A rule that serves
        several principles stands under each. An id leads to the rule's page, with what is wrong, what is
        right and what is not judged; `wa-serverless explain ID` prints it.

        The severity is the one that the rule starts from: what rests on a parameter's default is at most a
        warning, what only some deployments have is a note. Rules marked *strict* run with
        `--profile strict`, those marked *when named* only when a run names them.
        """
            .formatted(rules.size()));
    byPrinciple();
    byPillar();
    byTool();
    pages();
    return out.toString();
  }

  private void byPrinciple() {
    out.append("\n## By design principle\n");
    for (Principle principle : PRINCIPLES) {
      String words = principle.inWords();
      section(
          (PRINCIPLES.indexOf(principle) + 1)
              + ". "
              + words.substring(0, 1).toUpperCase(Locale.ROOT)
              + words.substring(1),
          info -> List.of(info.principles()).contains(principle),
          "Pillar",
          info -> info.pillar().inWords());
    }
    section(
        "Of no single principle",
        info -> info.principles().length == 0,
        "Pillar",
        info -> info.pillar().inWords());
  }

  @SuppressWarnings("EnumOrdinal") // the design principles have numbers
  private void byPillar() {
    out.append("\n## By pillar\n");
    for (Pillar pillar : Pillar.values()) {
      String words = pillar.inWords();
      section(
          words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1),
          info -> info.pillar() == pillar,
          "Principle",
          info ->
              Arrays.stream(info.principles())
                  .map(principle -> String.valueOf(PRINCIPLES.indexOf(principle) + 1))
                  .collect(Collectors.joining(", ")));
    }
  }

  private void section(
      String heading,
      Predicate<RuleInfo> belongs,
      String column,
      Function<RuleInfo, String> value) {
    List<Rule> members = rules.stream().filter(rule -> belongs.test(rule.info())).toList();
    if (members.isEmpty()) {
      return;
    }
    out.append("\n### ").append(heading).append("\n\n");
    row("Rule", "Problem", "Severity", column, "Elsewhere");
    row("---", "---", "---", "---", "---");
    for (Rule rule : members) {
      RuleInfo info = rule.info();
      row(
          link(rule),
          info.title() + " (`" + info.name() + "`)",
          info.severity().word() + profile(info),
          value.apply(info),
          elsewhere(info.id()));
    }
  }

  private static String profile(RuleInfo info) {
    return switch (info.profile()) {
      case CORE -> "";
      case STRICT -> ", *strict*";
      case OPTIONAL -> ", *when named*";
    };
  }

  private String elsewhere(String id) {
    return peers.tools(id).stream()
        .map(tool -> Peers.TOOLS.get(tool) + " " + String.join(", ", peers.of(id, tool)))
        .collect(Collectors.joining("; "));
  }

  private void byTool() {
    out.append("\n## For those who come from another tool\n");
    Peers.TOOLS.forEach(
        (tool, name) -> {
          Map<String, List<String>> theirs = new TreeMap<>();
          for (Rule rule : rules) {
            for (String id : peers.of(rule.info().id(), tool)) {
              theirs.computeIfAbsent(id, i -> new ArrayList<>()).add(link(rule));
            }
          }
          if (!theirs.isEmpty()) {
            out.append("\n### ").append(name).append("\n\n");
            row("There", "Here");
            row("---", "---");
            theirs.forEach((id, ours) -> row("`" + id + "`", String.join(", ", ours)));
          }
        });
  }

  private static String link(Rule rule) {
    return "[" + rule.info().id() + "]";
  }

  private void pages() {
    out.append("\n");
    for (Rule rule : rules) {
      String page = rule.getClass().getName().replace('.', '/') + ".md";
      out.append(link(rule)).append(": ").append(SOURCES).append(page).append("\n");
    }
  }

  private void row(String... cells) {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
