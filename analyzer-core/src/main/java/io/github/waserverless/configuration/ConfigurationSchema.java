package io.github.waserverless.configuration;

import io.github.waserverless.report.JsonWriter;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.RuleOption;
import java.io.IOException;
import java.util.List;

/** The JSON schema of configuration files, for editors. */
public final class ConfigurationSchema {

  private static final String SETTING = "#/definitions/setting";
  private static final String[] SEVERITIES = {"error", "warning", "note"};

  private final RuleCatalog catalog;
  private final JsonWriter json;

  private ConfigurationSchema(RuleCatalog catalog, JsonWriter json) {
    this.catalog = catalog;
    this.json = json;
  }

  /** Writes the schema for a set of rules. */
  public static void write(RuleCatalog catalog, Appendable out) throws IOException {
    JsonWriter json = new JsonWriter(out);
    new ConfigurationSchema(catalog, json).document();
    json.end();
  }

  private void document() throws IOException {
    json.object(
        () -> {
          json.member("$schema", "http://json-schema.org/draft-07/schema#")
              .member("title", "Configuration of wa-serverless")
              .member("type", "object")
              .member("additionalProperties", false);
          json.object("properties", this::properties);
          json.object("definitions", this::definitions);
        });
  }

  private void properties() throws IOException {
    for (Key key : Key.values()) {
      json.object(
          key.word(),
          () -> {
            json.member("description", key.description());
            property(key);
          });
    }
  }

  private void property(Key key) throws IOException {
    switch (key) {
      case PROFILE -> words("core", "strict");
      case FAIL_ON -> words("error", "warning", "note", "never");
      case RULES -> rules();
      case PARAMETERS -> reference("#/definitions/parameters");
      case ENVIRONMENTS -> environments();
      case INCLUDE, EXCLUDE, PARAMETER_FILES -> reference("#/definitions/texts");
      case IGNORE -> ignore();
      case HONOUR_PEER_SUPPRESSIONS -> json.member("type", "boolean");
      case BASELINE, RUNTIME_DATA -> json.member("type", "string");
    }
  }

  private void words(String... words) throws IOException {
    json.array(
        "enum",
        () -> {
          for (String word : words) {
            json.item(word);
          }
        });
  }

  /** Beside a plain reference, a description would not count. */
  private void reference(String to) throws IOException {
    json.array("allOf", () -> json.object(() -> json.member("$ref", to)));
  }

  private void rules() throws IOException {
    json.member("type", "object").member("additionalProperties", false);
    json.object(
        "properties",
        () -> {
          for (Rule rule : catalog.rules()) {
            RuleInfo info = rule.info();
            String card = "#/definitions/" + info.id();
            json.object(info.id(), () -> json.member("$ref", card));
            json.object(info.name(), () -> json.member("$ref", card));
          }
        });
  }

  private void rule(RuleInfo rule) throws IOException {
    json.object(
        rule.id(),
        () -> {
          json.member("description", rule.title());
          json.array(
              "anyOf",
              () -> {
                json.object(() -> json.member("$ref", SETTING));
                json.object(() -> detailed(rule));
              });
        });
  }

  private void detailed(RuleInfo rule) throws IOException {
    json.member("type", "object").member("additionalProperties", false);
    json.object(
        "properties",
        () -> {
          json.object(RuleSettings.SEVERITY, () -> words(SEVERITIES));
          for (RuleOption option : rule.options()) {
            json.object(
                option.name(),
                () ->
                    json.member("description", option.description())
                        .member("type", "integer")
                        .member("minimum", option.least())
                        .member("default", option.value()));
          }
        });
  }

  private void environments() throws IOException {
    json.member("type", "object");
    json.object(
        "additionalProperties",
        () -> {
          json.array("type", () -> json.item("object").item("null"));
          json.member("additionalProperties", false);
          json.object(
              "properties",
              () -> {
                json.object(
                    Key.PARAMETERS.word(), () -> json.member("$ref", "#/definitions/parameters"));
                json.object(
                    Key.PARAMETER_FILES.word(), () -> json.member("$ref", "#/definitions/texts"));
              });
        });
  }

  private void ignore() throws IOException {
    json.member("type", "array");
    json.object(
        "items",
        () -> {
          json.member("type", "object").member("additionalProperties", false);
          json.array(
              "required",
              () -> {
                for (String key : Key.ofIgnore()) {
                  json.item(key);
                }
              });
          json.object(
              "properties",
              () -> {
                for (String key : List.of(Key.PATHS, Key.RULES_OF_IGNORE)) {
                  json.object(key, () -> json.member("$ref", "#/definitions/texts"));
                }
                json.object(Key.REASON, () -> json.member("type", "string"));
              });
        });
  }

  private void definitions() throws IOException {
    json.object(
        "texts",
        () -> {
          json.array("type", () -> json.item("string").item("array"));
          json.object("items", () -> json.member("type", "string"));
        });
    json.object(
        "parameters",
        () -> {
          json.member("type", "object");
          json.object(
              "additionalProperties",
              () ->
                  json.array(
                      "type",
                      () -> {
                        for (String type : List.of("string", "number", "boolean", "array")) {
                          json.item(type);
                        }
                      }));
        });
    json.object(
        "setting",
        () ->
            json.array(
                "enum",
                () -> {
                  for (String word : SEVERITIES) {
                    json.item(word);
                  }
                  json.item("on").item("off").item(true).item(false);
                }));
    for (Rule rule : catalog.rules()) {
      rule(rule.info());
    }
  }
}
