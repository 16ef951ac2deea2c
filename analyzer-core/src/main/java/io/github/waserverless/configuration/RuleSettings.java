package io.github.waserverless.configuration;

import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.RuleOption;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads {@code rules}: what is said of single rules. */
final class RuleSettings {

  static final String SEVERITY = "severity";

  private final RuleCatalog catalog;
  private final Shapes shapes;
  private final Map<String, RuleSetting> settings = new LinkedHashMap<>();

  private RuleSettings(RuleCatalog catalog, Shapes shapes) {
    this.catalog = catalog;
    this.shapes = shapes;
  }

  static Map<String, RuleSetting> read(Value value, RuleCatalog catalog, Shapes shapes) {
    RuleSettings reader = new RuleSettings(catalog, shapes);
    shapes.entries(value, "rules").forEach(reader::read);
    return Map.copyOf(reader.settings);
  }

  private void read(Mapping.Entry entry) {
    Optional<RuleInfo> info = id(entry.key()).map(Rule::info);
    if (info.isPresent()) {
      RuleSetting setting = setting(entry.value(), info.get());
      if (settings.put(info.get().id(), setting) != null) {
        shapes.problem(entry.key().location(), info.get().id() + " is set twice");
      }
    }
  }

  private Optional<Rule> id(Scalar name) {
    Optional<Rule> rule = catalog.rule(name.raw());
    if (rule.isEmpty()) {
      shapes.problem(name.location(), catalog.unknown(name.raw()));
    }
    return rule;
  }

  /** The ids of rules that a list names. */
  static List<String> ids(Value value, String what, RuleCatalog catalog, Shapes shapes) {
    RuleSettings reader = new RuleSettings(catalog, shapes);
    List<String> ids = new ArrayList<>();
    for (Scalar name : shapes.texts(value, what)) {
      reader.id(name).ifPresent(rule -> ids.add(rule.info().id()));
    }
    return List.copyOf(ids);
  }

  private RuleSetting setting(Value value, RuleInfo rule) {
    if (value instanceof Mapping) {
      return detailed(value, rule);
    }
    if (value instanceof Scalar scalar && isSwitch(scalar)) {
      return new RuleSetting(shapes.flag(value, rule.id()), Optional.empty(), Map.of());
    }
    Optional<Severity> severity = shapes.word(value, rule.id(), Severity.values());
    return new RuleSetting(severity.map(s -> true), severity, Map.of());
  }

  private static boolean isSwitch(Scalar scalar) {
    return List.of("on", "off", "true", "false").contains(scalar.raw().toLowerCase(Locale.ROOT));
  }

  private RuleSetting detailed(Value value, RuleInfo rule) {
    List<String> keys = new ArrayList<>(List.of(SEVERITY));
    for (RuleOption option : rule.options()) {
      keys.add(option.name());
    }
    Optional<Severity> severity = Optional.empty();
    Map<String, Integer> options = new LinkedHashMap<>();
    for (Mapping.Entry field : shapes.fields(value, rule.id(), keys)) {
      if (field.name().equals(SEVERITY)) {
        severity = shapes.word(field.value(), SEVERITY, Severity.values());
      }
      for (RuleOption option : rule.options()) {
        if (field.name().equals(option.name())) {
          shapes
              .number(field.value(), option.name(), option.least())
              .ifPresent(number -> options.put(option.name(), number));
        }
      }
    }
    return new RuleSetting(severity.map(s -> true), severity, Map.copyOf(options));
  }
}
