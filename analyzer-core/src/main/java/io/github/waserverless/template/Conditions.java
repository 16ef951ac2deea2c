package io.github.waserverless.template;

import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A template's {@code Conditions} section, as formulas. */
final class Conditions {

  /** CloudFormation takes ten operands; a formula that is nested deeper is left to deployment. */
  private static final int MOST_OPERANDS = 100;

  private static final int DEEPEST = 100;

  private final String template;
  private final Mapping declarations;
  private final Function<Value, Optional<String>> certain;
  private final Function<String, Optional<Parameter>> parameters;
  private final Map<String, Guard> known = new HashMap<>();
  private int depth;

  /**
   * @param certain the text of a value that no deployment changes
   */
  Conditions(
      String template,
      Mapping declarations,
      Function<Value, Optional<String>> certain,
      Function<String, Optional<Parameter>> parameters) {
    this.template = template;
    this.declarations = declarations;
    this.certain = certain;
    this.parameters = parameters;
  }

  /** The formula of a condition; one that is not declared, or circular, is a comparison by name. */
  Guard named(String name) {
    Guard before = known.get(name);
    if (before != null) {
      return before;
    }
    known.put(name, opaque(name));
    Guard formula = declarations.get(name).map(this::formula).orElseGet(() -> opaque(name));
    Guard guard =
        formula == Guard.ALWAYS || formula == Guard.NEVER
            ? formula
            : new Guard.Named(name, formula);
    known.put(name, guard);
    return guard;
  }

  private Guard formula(Value value) {
    if (depth == DEEPEST) {
      return opaque(Rendering.of(value));
    }
    depth++;
    Guard formula = direct(value);
    depth--;
    return formula;
  }

  private Guard direct(Value value) {
    if (value instanceof Scalar name) {
      return named(name.raw());
    }
    if (!(value instanceof Intrinsic call)) {
      return opaque(Rendering.of(value));
    }
    List<Value> operands =
        call.argument() instanceof Sequence s ? s.items() : List.of(call.argument());
    if (operands.size() > MOST_OPERANDS) {
      return opaque(Rendering.of(value));
    }
    return switch (call.function()) {
      case "Condition" -> formula(call.argument());
      case "Not" -> operands.isEmpty() ? opaque("Not") : formula(operands.get(0)).not();
      case "And" -> operands.stream().map(this::formula).reduce(Guard.ALWAYS, Guard::and);
      case "Or" -> operands.stream().map(this::formula).reduce(Guard.NEVER, Guard::or);
      case "Equals" ->
          operands.size() == 2
              ? equal(operands.get(0), operands.get(1))
              : opaque(Rendering.of(value));
      default -> opaque(Rendering.of(value));
    };
  }

  private Guard equal(Value left, Value right) {
    Optional<String> a = certain.apply(left);
    Optional<String> b = certain.apply(right);
    if (a.isPresent() && b.isPresent()) {
      return a.equals(b) ? Guard.ALWAYS : Guard.NEVER;
    }
    if (a.isPresent()) {
      return comparison(right, a.get());
    }
    return b.isPresent()
        ? comparison(left, b.get())
        : opaque(Rendering.of(left) + " = " + Rendering.of(right));
  }

  private Guard comparison(Value subject, String text) {
    Optional<Parameter> parameter =
        subject instanceof Intrinsic call
            ? Reference.of(call).flatMap(r -> parameters.apply(r.name()))
            : Optional.empty();
    return parameter
        .map(p -> comparison(template, p, text))
        .orElseGet(() -> new Guard.Comparison(template, Rendering.of(subject), text));
  }

  /** Of two allowed values, one is the opposite of the other. */
  static Guard comparison(String template, Parameter parameter, String text) {
    List<String> allowed = parameter.allowedValues().stream().map(Scalar::raw).toList();
    if (!allowed.isEmpty() && !allowed.contains(text)) {
      return Guard.NEVER;
    }
    return allowed.size() == 2 && allowed.get(1).equals(text)
        ? new Guard.Comparison(template, parameter.name(), allowed.get(0)).not()
        : new Guard.Comparison(template, parameter.name(), text);
  }

  private Guard opaque(String subject) {
    return new Guard.Comparison(template, subject, "true");
  }
}
