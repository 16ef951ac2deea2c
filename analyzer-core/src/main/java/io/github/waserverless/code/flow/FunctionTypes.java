package io.github.waserverless.code.flow;

import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.program.Program;
import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.code.program.SourceMethod;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What lambdas get and give, by the interface that they implement. */
final class FunctionTypes {

  /** The positions of the type arguments that the lambda gets. */
  private static final Map<String, List<Integer>> PARAMETERS =
      Map.ofEntries(
          Map.entry("java.util.function.Function", List.of(0)),
          Map.entry("java.util.function.BiFunction", List.of(0, 1)),
          Map.entry("java.util.function.UnaryOperator", List.of(0)),
          Map.entry("java.util.function.BinaryOperator", List.of(0, 0)),
          Map.entry("java.util.function.Consumer", List.of(0)),
          Map.entry("java.util.function.BiConsumer", List.of(0, 1)),
          Map.entry("java.util.function.Predicate", List.of(0)),
          Map.entry("java.util.function.BiPredicate", List.of(0, 1)),
          Map.entry("java.util.function.Supplier", List.of()),
          Map.entry("java.util.concurrent.Callable", List.of()),
          Map.entry("java.lang.Runnable", List.of()),
          Map.entry("java.util.Comparator", List.of(0, 0)),
          Map.entry("com.amazonaws.services.lambda.runtime.RequestHandler", List.of(0)));

  private FunctionTypes() {}

  /** The types of the parameters of a lambda that implements an interface. */
  static Optional<List<TypeName>> parameters(Bodies bodies, TypeName type, SourceClass asking) {
    List<Integer> positions = PARAMETERS.get(type.name());
    if (positions != null) {
      return Optional.of(positions.stream().map(type::argument).toList());
    }
    return bodies
        .program()
        .source(type, asking)
        .filter(SourceClass::isInterface)
        .flatMap(s -> ofMethod(bodies, s, type));
  }

  private static Optional<List<TypeName>> ofMethod(
      Bodies bodies, SourceClass functional, TypeName type) {
    for (Program.Ancestor a : bodies.program().ancestors(functional, type.arguments())) {
      for (SourceMethod m : a.type().methods()) {
        if (m.isAbstract()) {
          return Optional.of(
              m.parameters().stream()
                  .map(p -> bodies.program().resolve(p.type(), a.type()).with(a.bindings()))
                  .toList());
        }
      }
    }
    return Optional.empty();
  }

  /** What the type parameters in a declared type stand for, given the type that was passed. */
  static void unify(TypeName declared, TypeName passed, Map<String, TypeName> bindings) {
    if (!declared.isKnown() || !passed.isKnown() || passed.name().equals("null")) {
      return;
    }
    if (bindings.containsKey(declared.name())) {
      bindings.merge(declared.name(), passed, (old, now) -> old.isKnown() ? old : now);
      return;
    }
    if (declared.isArray() && passed.isArray()) {
      unify(declared.component(), passed.component(), bindings);
    }
    if (declared.name().equals(passed.name()) || declared.arguments().size() == 1) {
      for (int i = 0; i < declared.arguments().size(); i++) {
        unify(declared.arguments().get(i), passed.argument(i), bindings);
      }
    }
  }

  /** What a type parameter stands for that a lambda returns. */
  static void unifyResult(TypeName function, TypeName result, Map<String, TypeName> bindings) {
    boolean gives =
        switch (function.simpleName()) {
          case "Function", "BiFunction", "Supplier", "Callable", "UnaryOperator" -> true;
          default -> false;
        };
    if (gives && !function.arguments().isEmpty()) {
      unify(function.arguments().get(function.arguments().size() - 1), result, bindings);
    }
  }
}
