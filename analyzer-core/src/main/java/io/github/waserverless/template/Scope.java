package io.github.waserverless.template;

import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What names mean inside one template: its parameters, mappings and conditions. */
public final class Scope {

  private final String template;
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final Map<String, String> given;
  private final Mapping mappings;
  private final Conditions conditions;
  private final Documents documents;
  private final Resolver resolver = new Resolver(this);

  /**
   * @param template the name of the template, which keeps its comparisons apart from others'
   * @param root the template's tree
   * @param given parameter values that this run was given
   * @param documents reads what stands outside the tree
   */
  public Scope(String template, Mapping root, Map<String, String> given, Documents documents) {
    this.template = template;
    this.given = given;
    this.documents = documents;
    this.mappings = section(root, "Mappings");
    section(root, "Parameters")
        .entries()
        .forEach(
            e -> parameters.put(e.name(), new Parameter(e.name(), e.value(), e.key().location())));
    this.conditions =
        new Conditions(template, section(root, "Conditions"), this::certain, this::parameter);
  }

  /** A section of a template; empty when absent or not a mapping. */
  public static Mapping section(Mapping root, String name) {
    return root.get(name).orElse(null) instanceof Mapping mapping
        ? mapping
        : new Mapping(List.of(), root.location());
  }

  /** The formula of a condition. */
  public Guard condition(String name) {
    return conditions.named(name);
  }

  /** A declared parameter. */
  public Optional<Parameter> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /** All declared parameters. */
  public List<Parameter> parameters() {
    return List.copyOf(parameters.values());
  }

  /** The value that this run was given for a parameter. */
  Optional<String> given(String parameter) {
    return Optional.ofNullable(given.get(parameter));
  }

  Mapping mappings() {
    return mappings;
  }

  /** Reads what stands outside the tree. */
  public Documents documents() {
    return documents;
  }

  String template() {
    return template;
  }

  /** All that a value may be at deployment. */
  List<Case<Value>> resolve(Value value) {
    return resolver.resolve(value);
  }

  /** The text of a value that no deployment changes: no parameter default is assumed. */
  private Optional<String> certain(Value value) {
    if (value instanceof Scalar scalar) {
      return Optional.of(scalar.raw());
    }
    List<Case<Value>> cases = resolve(value);
    return cases.size() == 1
            && cases.get(0).origin() == Origin.WRITTEN
            && cases.get(0).value() instanceof Scalar scalar
        ? Optional.of(scalar.raw())
        : Optional.empty();
  }
}
