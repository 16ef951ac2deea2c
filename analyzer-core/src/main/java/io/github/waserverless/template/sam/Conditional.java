package io.github.waserverless.template.sam;

import io.github.waserverless.template.Guard;
import io.github.waserverless.template.Scope;
import io.github.waserverless.template.Truth;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Values that differ by condition, as {@code Fn::If} writes them. */
final class Conditional {

  private Conditional() {}

  /** One value where a guard holds, another where not; empty when no condition has its name. */
  static Optional<Value> choice(Scope scope, Guard when, Value then, Value otherwise) {
    if (when instanceof Guard.Constant constant) {
      return Optional.of(constant.holds() ? then : otherwise);
    }
    if (when instanceof Guard.Named named) {
      return Optional.of(choice(named.name(), then, otherwise));
    }
    if (when instanceof Guard.Not not) {
      return choice(scope, not.operand(), otherwise, then);
    }
    if (when instanceof Guard.And and) {
      return choice(scope, and.right(), then, otherwise)
          .flatMap(inner -> choice(scope, and.left(), inner, otherwise));
    }
    if (when instanceof Guard.Or or) {
      return choice(scope, or.right(), then, otherwise)
          .flatMap(inner -> choice(scope, or.left(), then, inner));
    }
    // A condition that is not declared is a comparison of its name.
    String subject = ((Guard.Comparison) when).subject();
    return scope.condition(subject).equals(when)
        ? Optional.of(choice(subject, then, otherwise))
        : Optional.empty();
  }

  private static Value choice(String condition, Value then, Value otherwise) {
    Scalar name = Scalar.text(condition, then.location());
    Sequence operands = new Sequence(List.of(name, then, otherwise), then.location());
    return new Intrinsic("If", operands, then.location());
  }

  /** A value where a guard holds, and nothing where not; the value when no condition has a name. */
  static Value only(Scope scope, Guard when, Value value) {
    Value nothing = Nodes.ref("AWS::NoValue", value.location());
    return choice(scope, when, value, nothing).orElse(value);
  }

  /** A value with each branch of its {@code Fn::If} replaced, under the condition of the branch. */
  static Value eachBranch(
      Output.Cause cause, Value value, BiFunction<Output.Cause, Value, Value> replacement) {
    if (value instanceof Intrinsic call
        && call.is("If")
        && call.argument() instanceof Sequence operands
        && operands.items().size() == 3
        && operands.items().get(0) instanceof Scalar name) {
      Guard guard = cause.resource().scope().condition(name.raw());
      Value then = eachBranch(cause.under(guard), operands.items().get(1), replacement);
      Value otherwise = eachBranch(cause.under(guard.not()), operands.items().get(2), replacement);
      List<Value> replaced = List.of(name, then, otherwise);
      return new Intrinsic("If", new Sequence(replaced, operands.location()), call.location());
    }
    return replacement.apply(cause, value);
  }

  /** Whether a value is null or {@code AWS::NoValue}. */
  static boolean isNothing(Value value) {
    return value instanceof Intrinsic call
        ? call.is("Ref")
            && call.argument() instanceof Scalar name
            && name.raw().equals("AWS::NoValue")
        : value instanceof Scalar scalar && scalar.isNull();
  }

  /** The guard under which a statement holds for certain. */
  static Guard where(Truth truth) {
    return truth.cases().stream()
        .filter(c -> c.value().orElse(false))
        .map(c -> c.when())
        .reduce(Guard.NEVER, Guard::or);
  }
}
