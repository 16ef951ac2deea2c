package io.github.waserverless.sarif;

import io.github.waserverless.report.JsonWriter;
import io.github.waserverless.rule.Pillar;
import io.github.waserverless.rule.Principle;
import io.github.waserverless.rule.Profile;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.RulePage;
import io.github.waserverless.rule.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A rule as viewers show it.
 *
 * @param page its page, in Markdown
 * @param family the group of rules that it belongs to: the last part of its package
 * @param helpUri where its page is on the web
 */
record Descriptor(RuleInfo info, String page, String family, Optional<String> helpUri) {

  private static final String OURS = "io.github.waserverless.rules.";
  private static final String PAGES = Tool.HOME + "/blob/%s/rules/src/main/java/%s.md";

  static Descriptor of(Rule rule, String version) {
    Class<?> type = rule.getClass();
    String name = type.getName();
    String packageName = type.getPackageName();
    Optional<String> page =
        name.startsWith(OURS)
            ? Optional.of(PAGES.formatted(Tool.tag(version), name.replace('.', '/')))
            : Optional.empty();
    return new Descriptor(
        rule.info(),
        RulePage.of(rule),
        packageName.substring(packageName.lastIndexOf('.') + 1),
        page);
  }

  /** A rule of which there is only its card. */
  static Descriptor of(RuleInfo info) {
    return new Descriptor(info, "", "", Optional.empty());
  }

  void write(JsonWriter json) throws IOException {
    String introduction = PlainText.introduction(page);
    String description = introduction.isEmpty() ? info.title() + "." : introduction;
    json.object(
        () -> {
          json.member("id", info.id()).member("name", pascalCase(info.name()));
          json.object("shortDescription", () -> json.member("text", info.title()));
          json.object("fullDescription", () -> json.member("text", description));
          if (helpUri.isPresent()) {
            json.member("helpUri", helpUri.get());
          }
          json.object("help", () -> help(description, json));
          json.object("defaultConfiguration", () -> json.member("level", info.severity().word()));
          Taxonomy.writeRelationships(info, json);
          json.object("properties", () -> properties(json));
        });
  }

  private void help(String description, JsonWriter json) throws IOException {
    String more = helpUri.map(uri -> " See " + uri).orElse("");
    json.member("text", description + more);
    String readable = PlainText.forReaders(page);
    if (!readable.isBlank()) {
      json.member("markdown", readable);
    }
  }

  private void properties(JsonWriter json) throws IOException {
    json.array(
        "tags",
        () -> {
          for (String tag : tags()) {
            json.item(tag);
          }
        });
    json.member("precision", info.profile() == Profile.CORE ? "high" : "medium");
    if (info.pillar() == Pillar.SECURITY) {
      json.member("security-severity", score(info.severity()));
    } else {
      String word = info.severity() == Severity.NOTE ? "recommendation" : info.severity().word();
      json.member("problem.severity", word);
    }
  }

  private List<String> tags() {
    List<String> tags = new ArrayList<>(List.of("serverless"));
    if (info.pillar() == Pillar.SECURITY) {
      tags.add("security");
    }
    if (!family.isEmpty() && !tags.contains(family)) {
      tags.add(family);
    }
    tags.add(Taxonomy.id(info.pillar()));
    for (Principle principle : info.principles()) {
      tags.add(Taxonomy.id(principle));
    }
    return tags;
  }

  /** In the middle of what GitHub calls high, medium and low. */
  private static String score(Severity severity) {
    return switch (severity) {
      case ERROR -> "8.0";
      case WARNING -> "5.5";
      case NOTE -> "2.0";
    };
  }

  private static String pascalCase(String name) {
    StringBuilder pascal = new StringBuilder(name.length());
    for (String word : name.split("-", -1)) {
      if (!word.isEmpty()) {
        pascal.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      }
    }
    return pascal.toString();
  }
}
