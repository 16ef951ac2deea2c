package io.github.waserverless.app;

import io.github.waserverless.template.Parameter;
import io.github.waserverless.template.Possible;
import io.github.waserverless.template.Reference;
import io.github.waserverless.template.Scope;
import io.github.waserverless.template.Setting;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.PartialText;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A variable of a function's environment.
 *
 * @param name its name
 * @param value what it may be
 * @param parameters the parameters of the template that its value is made of, as written
 */
public record EnvironmentVariable(String name, Setting value, List<Parameter> parameters) {

  /** The variables of a function, in the order in which they are written. */
  public static List<EnvironmentVariable> of(LambdaFunction function) {
    Setting environment = function.environment();
    List<EnvironmentVariable> variables = new ArrayList<>();
    environment.cases().stream()
        .map(c -> c.value())
        .filter(Mapping.class::isInstance)
        .flatMap(mapping -> ((Mapping) mapping).entries().stream())
        .filter(e -> variables.stream().noneMatch(v -> v.name().equals(e.name())))
        .forEach(
            e ->
                variables.add(
                    new EnvironmentVariable(
                        e.name(), environment.get(e.name()), parameters(e, environment.scope()))));
    return List.copyOf(variables);
  }

  private static List<Parameter> parameters(Mapping.Entry entry, Scope scope) {
    return Reference.in(entry.value()).stream()
        .flatMap(reference -> scope.parameter(reference.name()).stream())
        .toList();
  }

  /** How many bytes of the environment name and value take at least. */
  public Possible<Integer> bytes() {
    return new Possible<>(
        value.cases().stream().map(c -> c.with(Optional.of(bytes(c.value())))).toList());
  }

  private int bytes(Value known) {
    if (known instanceof Scalar scalar) {
      return scalar.isNull() ? 0 : bytes(name) + bytes(scalar.raw());
    }
    return bytes(name) + (known instanceof PartialText text ? bytes(text.withHoles("")) : 0);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
