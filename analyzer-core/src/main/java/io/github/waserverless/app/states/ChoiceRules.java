package io.github.waserverless.app.states;

import io.github.waserverless.template.Rendering;
import io.github.waserverless.template.Setting;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rules of a Choice state, and whether one of them fits every input. */
public final class ChoiceRules {

  /** How one value stands to another; one of them is always the case. */
  private enum Order {
    LESS,
    EQUAL,
    GREATER
  }

  private static final Set<String> NOT_CONDITION = Set.of("Next", "Comment", "Assign", "Output");
  private static final Pattern COMPARISON =
      Pattern.compile(
          "(Numeric|String|Timestamp)"
              + "(LessThan|LessThanEquals|Equals|GreaterThan|GreaterThanEquals)(Path)?");
  private static final Pattern JSONATA_COMPARISON =
      Pattern.compile("([^=<>!]+)(=|!=|<=|<|>=|>)([^=<>!]+)");
  private static final Pattern NEGATION = Pattern.compile("\\$?not\\s*\\((.*)\\)");
  private static final Pattern BOTH = Pattern.compile("\\b(and|or)\\b|\\?");

  private static final Map<String, Set<Order>> ORDERS =
      Map.ofEntries(
          Map.entry("LessThan", EnumSet.of(Order.LESS)),
          Map.entry("LessThanEquals", EnumSet.of(Order.LESS, Order.EQUAL)),
          Map.entry("Equals", EnumSet.of(Order.EQUAL)),
          Map.entry("GreaterThan", EnumSet.of(Order.GREATER)),
          Map.entry("GreaterThanEquals", EnumSet.of(Order.GREATER, Order.EQUAL)),
          Map.entry("<", EnumSet.of(Order.LESS)),
          Map.entry("<=", EnumSet.of(Order.LESS, Order.EQUAL)),
          Map.entry("=", EnumSet.of(Order.EQUAL)),
          Map.entry("!=", EnumSet.of(Order.LESS, Order.GREATER)),
          Map.entry(">", EnumSet.of(Order.GREATER)),
          Map.entry(">=", EnumSet.of(Order.GREATER, Order.EQUAL)));

  private final Set<String> conditions = new HashSet<>();
  private final Map<String, Set<Order>> comparisons = new HashMap<>();
  private boolean exhaustive;

  /** The rules of a state. */
  public ChoiceRules(State choice) {
    for (Setting rule : choice.get("Choices").items()) {
      List<Value> values = rule.values();
      if (values.size() == 1 && values.get(0) instanceof Mapping mapping) {
        add(mapping);
      } else {
        exhaustive = true; // nobody knows what it fits
      }
    }
  }

  /** Whether an input that fits none of them is ruled out, or may be. */
  public boolean areExhaustive() {
    return exhaustive;
  }

  private void add(Mapping rule) {
    Mapping condition =
        new Mapping(
            rule.entries().stream().filter(e -> !NOT_CONDITION.contains(e.name())).toList(),
            rule.location());
    if (condition.entries().stream().anyMatch(e -> e.value() instanceof Intrinsic)) {
      exhaustive = true;
    }
    rule.get("Condition").ifPresent(c -> addJsonata(Rendering.of(c)));
    rule.get("Variable").ifPresent(v -> addJsonPath(Rendering.of(v), condition));
    addCondition(text(condition));
  }

  /** A condition and its opposite fit everything. */
  private void addCondition(String condition) {
    conditions.add(condition);
    String opposite =
        condition.startsWith("Not:(")
            ? condition.substring("Not:(".length(), condition.length() - 1)
            : "Not:(" + condition + ")";
    exhaustive |= conditions.contains(opposite);
  }

  private void addJsonPath(String variable, Mapping condition) {
    for (Mapping.Entry entry : condition.entries()) {
      String value = Rendering.of(entry.value());
      Matcher comparison = COMPARISON.matcher(entry.name());
      if (comparison.matches()) {
        String operands = String.join(" ", variable, comparison.group(1), value);
        addComparison(operands, comparison.group(2));
      } else if (entry.name().equals("BooleanEquals") || entry.name().startsWith("Is")) {
        String test = variable + " " + entry.name();
        addCondition(value.equals("false") ? "Not:(" + test + ")" : test);
      }
    }
  }

  private void addJsonata(String expression) {
    String condition = bare(expression);
    exhaustive |= condition.equals("true");
    Matcher negation = NEGATION.matcher(condition);
    addCondition(negation.matches() ? "Not:(" + negation.group(1).strip() + ")" : condition);
    Matcher comparison = JSONATA_COMPARISON.matcher(condition);
    if (comparison.matches() && !BOTH.matcher(condition).find()) {
      String left = comparison.group(1).strip();
      String right = comparison.group(3).strip();
      addComparison(left + " " + right, comparison.group(2));
      if (comparison.group(2).equals("=") && (right.equals("true") || right.equals("false"))) {
        addCondition(right.equals("false") ? "Not:(" + left + ")" : left);
      }
    }
  }

  /** What stands between the signs of an expression. */
  private static String bare(String expression) {
    String text = expression.strip();
    return text.startsWith("{%") && text.endsWith("%}") && text.length() >= 4
        ? text.substring(2, text.length() - 2).strip()
        : text;
  }

  private void addComparison(String operands, String comparator) {
    Set<Order> fit = comparisons.computeIfAbsent(operands, o -> EnumSet.noneOf(Order.class));
    fit.addAll(ORDERS.getOrDefault(comparator, Set.of()));
    exhaustive |= fit.size() == Order.values().length;
  }

  /** A condition as text that is the same in whatever order its fields stand. */
  private static String text(Value value) {
    if (value instanceof Mapping mapping) {
      return mapping.entries().stream()
          .map(
              e ->
                  e.name()
                      + ":"
                      + (e.value() instanceof Mapping
                          ? "(" + text(e.value()) + ")"
                          : text(e.value())))
          .sorted()
          .collect(Collectors.joining(","));
    }
    return value instanceof Sequence sequence
        ? sequence.items().stream().map(ChoiceRules::text).sorted().toList().toString()
        : Rendering.of(value);
  }
}
