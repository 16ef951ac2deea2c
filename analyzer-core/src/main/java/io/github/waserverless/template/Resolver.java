package io.github.waserverless.template;

import io.github.waserverless.source.Location;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.PartialText;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Says what a value may be at deployment. A result that is still an {@link Intrinsic} is not known;
 * one that is null is absent ({@code AWS::NoValue}). The place of a result is where it is used.
 */
final class Resolver {

  /** More cases than this are not told apart: the value is not known. */
  static final int MOST_CASES = 64;

  /** Texts that grow longer than this, all cases together, are not known either. */
  private static final long LONGEST = 1_000_000;

  private final Scope scope;
  private final MapLookup lookup;

  Resolver(Scope scope) {
    this.scope = scope;
    this.lookup = new MapLookup(scope);
  }

  List<Case<Value>> resolve(Value value) {
    if (!(value instanceof Intrinsic call)) {
      return List.of(Case.always(value));
    }
    List<Case<Value>> cases = cases(call);
    return cases.size() > MOST_CASES ? List.of(Case.always(call)) : cases;
  }

  private List<Case<Value>> cases(Intrinsic call) {
    return switch (call.function()) {
      case "Ref" -> reference(call);
      case "If" -> choice(call);
      case "FindInMap" -> lookup.cases(call);
      case "Sub" -> substitution(call);
      case "Join" -> join(call);
      case "Select" -> selection(call);
      case "Split" -> split(call);
      case "ToJsonString", "Base64" -> resolve(call.argument());
      default -> List.of(Case.always(call));
    };
  }

  private List<Case<Value>> reference(Intrinsic call) {
    String name = call.argument() instanceof Scalar scalar ? scalar.raw() : "";
    if (name.equals("AWS::NoValue")) {
      return List.of(Case.always(new Scalar("", false, call.location())));
    }
    Optional<Parameter> parameter = scope.parameter(name);
    if (parameter.isEmpty()) {
      return List.of(Case.always(call));
    }
    return parameter(parameter.get(), call);
  }

  private List<Case<Value>> parameter(Parameter parameter, Intrinsic call) {
    Location place = call.location();
    Optional<String> given = scope.given(parameter.name());
    if (given.isPresent()) {
      return List.of(Case.always(typed(parameter, given.get(), place)));
    }
    Optional<Scalar> byDefault = parameter.defaultValue();
    if (byDefault.isPresent()) {
      Value value = typed(parameter, byDefault.get().raw(), place);
      return List.of(new Case<>(Guard.ALWAYS, value, Origin.DEFAULT));
    }
    List<Case<Value>> allowed =
        parameter.allowedValues().stream()
            .map(
                a ->
                    new Case<>(
                        Conditions.comparison(scope.template(), parameter, a.raw()),
                        typed(parameter, a.raw(), place),
                        Origin.LISTED))
            .toList();
    return allowed.isEmpty() || parameter.type().startsWith("AWS::SSM::")
        ? List.of(Case.always(call))
        : allowed;
  }

  private static Value typed(Parameter parameter, String text, Location place) {
    if (!parameter.isList()) {
      return Scalar.text(text, place);
    }
    return new Sequence(
        Arrays.stream(text.split(",", -1))
            .map(item -> (Value) Scalar.text(item.strip(), place))
            .toList(),
        place);
  }

  private List<Case<Value>> choice(Intrinsic call) {
    List<Value> operands = operands(call);
    if (operands.size() != 3 || !(operands.get(0) instanceof Scalar name)) {
      return List.of(Case.always(call));
    }
    Guard guard = scope.condition(name.raw());
    List<Case<Value>> cases = new ArrayList<>();
    addUnder(guard, resolve(operands.get(1)), cases);
    addUnder(guard.not(), resolve(operands.get(2)), cases);
    return cases;
  }

  private static void addUnder(Guard guard, List<Case<Value>> cases, List<Case<Value>> into) {
    for (Case<Value> c : cases) {
      Guard both = guard.and(c.when());
      if (both.possible()) {
        into.add(new Case<>(both, c.value(), c.origin()));
      }
    }
  }

  private List<Case<Value>> substitution(Intrinsic call) {
    List<Value> operands = operands(call);
    if (operands.isEmpty() || !(operands.get(0) instanceof Scalar text)) {
      return List.of(Case.always(call));
    }
    Mapping names = operands.size() > 1 && operands.get(1) instanceof Mapping m ? m : null;
    List<List<Case<Value>>> parts = new ArrayList<>();
    Map<String, List<Case<Value>>> known = new HashMap<>();
    for (Substitution.Part part : Substitution.parts(text.raw())) {
      parts.add(
          part.isName()
              ? known.computeIfAbsent(
                  part.text(), name -> resolve(named(name, names, call.location())))
              : List.of(Case.always(Scalar.text(part.text(), call.location()))));
    }
    return concatenations(parts, "", call);
  }

  private static Value named(
      String name, @org.jspecify.annotations.Nullable Mapping names, Location place) {
    Optional<Value> local = names == null ? Optional.empty() : names.get(name);
    return local.orElseGet(
        () ->
            new Intrinsic(name.contains(".") ? "GetAtt" : "Ref", Scalar.text(name, place), place));
  }

  private List<Case<Value>> join(Intrinsic call) {
    List<Value> operands = operands(call);
    if (operands.size() != 2 || !(operands.get(0) instanceof Scalar delimiter)) {
      return List.of(Case.always(call));
    }
    List<Case<Value>> joined = new ArrayList<>();
    for (Case<Value> list : resolve(operands.get(1))) {
      if (!(list.value() instanceof Sequence items)) {
        return List.of(Case.always(call));
      }
      List<List<Case<Value>>> parts = items.items().stream().map(this::resolve).toList();
      addUnder(list.when(), concatenations(parts, delimiter.raw(), call), joined);
    }
    return joined;
  }

  /** All texts that a sequence of parts may give; absent parts are left out. */
  private static List<Case<Value>> concatenations(
      List<List<Case<Value>>> parts, String delimiter, Intrinsic call) {
    List<Case<List<Value>>> texts = List.of(Case.always(new ArrayList<>()));
    long length = 0;
    for (List<Case<Value>> part : parts) {
      texts = part.size() == 1 ? continued(texts, part.get(0)) : combined(texts, part);
      length += part.stream().mapToLong(c -> Concatenation.length(c.value())).max().orElse(0);
      if (texts.size() > MOST_CASES || length * texts.size() > LONGEST) {
        return List.of(Case.always(call));
      }
    }
    return texts.stream()
        .map(text -> text.with(Concatenation.of(text.value(), delimiter, call.location())))
        .toList();
  }

  /** The same texts, each with one more part. */
  private static List<Case<List<Value>>> continued(
      List<Case<List<Value>>> texts, Case<Value> next) {
    boolean absent = next.value() instanceof Scalar scalar && scalar.isNull();
    List<Case<List<Value>>> longer = new ArrayList<>(texts.size());
    for (Case<List<Value>> text : texts) {
      Case<List<Value>> both = text.and(next, text.value());
      if (both.when().possible()) {
        if (!absent) {
          text.value().add(next.value());
        }
        longer.add(both);
      }
    }
    return longer;
  }

  private static List<Case<List<Value>>> combined(
      List<Case<List<Value>>> texts, List<Case<Value>> part) {
    List<Case<List<Value>>> longer = new ArrayList<>();
    for (Case<List<Value>> text : texts) {
      for (Case<Value> next : part) {
        List<Value> copy = new ArrayList<>(text.value());
        longer.addAll(continued(List.of(text.with(copy)), next));
      }
    }
    return longer;
  }

  private List<Case<Value>> selection(Intrinsic call) {
    List<Value> operands = operands(call);
    if (operands.size() != 2 || !(operands.get(0) instanceof Scalar index)) {
      return List.of(Case.always(call));
    }
    return eachCase(
        operands.get(1),
        call,
        list -> {
          int i = index.raw().matches("\\d{1,4}") ? Integer.parseInt(index.raw()) : -1;
          return list instanceof Sequence s && i >= 0 && i < s.items().size()
              ? resolve(s.items().get(i))
              : List.of(Case.always(call));
        });
  }

  private List<Case<Value>> split(Intrinsic call) {
    List<Value> operands = operands(call);
    if (operands.size() != 2
        || !(operands.get(0) instanceof Scalar delimiter)
        || delimiter.raw().isEmpty()) {
      return List.of(Case.always(call));
    }
    return eachCase(
        operands.get(1),
        call,
        text ->
            text instanceof Scalar || text instanceof PartialText
                ? List.of(Case.always(Concatenation.split(text, delimiter.raw(), call.location())))
                : List.of(Case.always(call)));
  }

  private List<Case<Value>> eachCase(
      Value operand, Intrinsic call, Function<Value, List<Case<Value>>> result) {
    List<Case<Value>> cases = new ArrayList<>();
    for (Case<Value> c : resolve(operand)) {
      for (Case<Value> r : result.apply(c.value())) {
        cases.add(c.and(r, r.value().at(call.location())));
      }
    }
    return cases;
  }

  static List<Value> operands(Intrinsic call) {
    return call.argument() instanceof Sequence s ? s.items() : List.of(call.argument());
  }
}
