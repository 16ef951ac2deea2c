package io.github.waserverless.app;

import io.github.waserverless.template.Reference;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Scope;
import io.github.waserverless.template.Setting;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.PartialText;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a name of {@code $LATEST} from one of an alias or version of the same function. */
final class Latest {

  private static final String LATEST = ":$LATEST";

  private final Resource function;
  private @Nullable List<String> names;

  private Latest(Resource function) {
    this.function = function;
  }

  /**
   * Whether a resource is certain to name {@code $LATEST} of a function at least once: in a setting
   * of its own, and without a qualifier beside it.
   */
  static boolean isNamed(Setting setting, Resource target, Resource declaredBy) {
    return target.type().equals("AWS::Lambda::Function")
        && declaredBy.property("Qualifier").absent().alwaysHolds()
        && new Latest(target).isIn(setting);
  }

  private boolean isIn(Setting setting) {
    for (Value value : setting.values()) {
      if (isIn(value, setting.scope())) {
        return true;
      }
    }
    return false;
  }

  private boolean isIn(Value value, Scope scope) {
    if (value instanceof Mapping mapping) {
      for (Mapping.Entry entry : mapping.entries()) {
        if (isIn(Setting.of(scope, entry.value()))) {
          return true;
        }
      }
      return false;
    }
    if (value instanceof Sequence sequence) {
      for (Value item : sequence.items()) {
        if (isIn(Setting.of(scope, item))) {
          return true;
        }
      }
      return false;
    }
    if (value instanceof PartialText text) {
      return isIn(text.parts(), scope);
    }
    return value instanceof Scalar scalar ? endsWithName(scalar.raw()) : isFunction(value, scope);
  }

  private boolean isIn(List<Value> parts, Scope scope) {
    for (int i = 0; i < parts.size(); i++) {
      if (isFunction(parts.get(i), scope) && !qualifies(parts, i + 1)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text goes on with the name or number of an alias or version. */
  private static boolean qualifies(List<Value> parts, int next) {
    return next < parts.size()
        && parts.get(next) instanceof Scalar text
        && text.raw().startsWith(":")
        && !text.raw().startsWith(LATEST);
  }

  private boolean isFunction(Value value, Scope scope) {
    return scope.equals(function.scope())
        && value instanceof Intrinsic call
        && Reference.of(call)
            .filter(r -> r.name().equals(function.logicalId()))
            .filter(r -> r.attribute().isEmpty() || r.attribute().equals("Arn"))
            .isPresent();
  }

  private boolean endsWithName(String text) {
    if (names == null) {
      names = PhysicalNames.of(function);
    }
    for (String name : names) {
      if (text.equals(name) || text.endsWith(":" + name) || text.contains(":" + name + "/")) {
        return true;
      }
    }
    return false;
  }
}
