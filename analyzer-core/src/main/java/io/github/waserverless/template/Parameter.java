package io.github.waserverless.template;

import io.github.waserverless.source.Location;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.List;
import java.util.Optional;

/**
 * One entry of a template's {@code Parameters} section.
 *
 * @param name its name
 * @param declaration what is said of it
 * @param location its name's key
 */
public record Parameter(String name, Value declaration, Location location) {

  /** The parameter type, {@code String} when none is written. */
  public String type() {
    return scalar("Type").map(Scalar::raw).orElse("String");
  }

  /** The default, unless the type reads it from the Parameter Store. */
  public Optional<Scalar> defaultValue() {
    return isStored() ? Optional.empty() : scalar("Default").filter(s -> !isNull(s));
  }

  /** The values that CloudFormation accepts; empty when it accepts any. */
  public List<Scalar> allowedValues() {
    return declaration instanceof Mapping m
            && m.get("AllowedValues").orElse(null) instanceof Sequence s
        ? s.items().stream().filter(Scalar.class::isInstance).map(Scalar.class::cast).toList()
        : List.of();
  }

  /** Whether the value is hidden ({@code NoEcho}). */
  public boolean hidden() {
    return scalar("NoEcho").filter(s -> s.raw().equalsIgnoreCase("true")).isPresent();
  }

  /** Whether the value is a list, written with commas. */
  public boolean isList() {
    return type().equals("CommaDelimitedList") || type().startsWith("List<");
  }

  /** What it is for, in words. */
  public Optional<String> description() {
    return scalar("Description").map(Scalar::raw);
  }

  /** Whether the value is read from the Parameter Store. */
  public boolean isStored() {
    return type().startsWith("AWS::SSM::");
  }

  private static boolean isNull(Scalar scalar) {
    return scalar.isNull() && !scalar.raw().isEmpty();
  }

  private Optional<Scalar> scalar(String key) {
    return declaration instanceof Mapping m
        ? m.get(key).filter(Scalar.class::isInstance).map(Scalar.class::cast)
        : Optional.empty();
  }
}
