package io.github.waserverless.code.flow;

import io.github.waserverless.code.program.SourceClass;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The variables and local classes that a place in a method sees. */
final class Scope {

  private final @Nullable Scope outer;
  private final Map<String, Variable> variables = new HashMap<>(4);
  private final Map<String, SourceClass> classes = new HashMap<>(0);

  Scope(@Nullable Scope outer) {
    this.outer = outer;
  }

  void add(Variable variable) {
    variables.put(variable.name(), variable);
  }

  void add(SourceClass type) {
    classes.put(type.simpleName(), type);
  }

  Optional<Variable> variable(String name) {
    for (Scope s = this; s != null; s = s.outer) {
      Variable found = s.variables.get(name);
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  Optional<SourceClass> localClass(String name) {
    for (Scope s = this; s != null; s = s.outer) {
      SourceClass found = s.classes.get(name);
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }
}
