package io.github.waserverless.code;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A type as written, or resolved to its qualified name.
 *
 * @param name {@code SqsClient}, {@code java.util.Map.Entry}, {@code var}
 * @param arguments the type arguments
 */
public record TypeName(String name, List<TypeName> arguments) {

  /** What is not known, or has no name. */
  public static final TypeName UNKNOWN = new TypeName("", List.of());

  /** A type without arguments. */
  public static TypeName of(String name) {
    return new TypeName(name, List.of());
  }

  /** Whether the type is known. */
  public boolean isKnown() {
    return !name.isEmpty();
  }

  /** The name after the last dot. */
  public String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The package, or the enclosing type. */
  public String qualifier() {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(0, dot);
  }

  /** The type argument at an index. */
  public TypeName argument(int index) {
    return index < arguments.size() ? arguments.get(index) : UNKNOWN;
  }

  /** Whether this is an array. */
  public boolean isArray() {
    return name.endsWith("[]");
  }

  /** What an array holds. */
  public TypeName component() {
    return isArray() ? new TypeName(name.substring(0, name.length() - 2), arguments) : UNKNOWN;
  }

  /** The type with type variables replaced by what they stand for. */
  public TypeName with(Map<String, TypeName> bindings) {
    if (bindings.isEmpty()) {
      return this;
    }
    TypeName bound = bindings.get(name);
    if (bound != null) {
      return bound;
    }
    if (isArray() && bindings.containsKey(component().name())) {
      TypeName component = component().with(bindings);
      return new TypeName(component.name() + "[]", component.arguments());
    }
    return arguments.isEmpty()
        ? this
        : new TypeName(name, arguments.stream().map(a -> a.with(bindings)).toList());
  }

  /** The type as Java writes it, without packages. */
  public String inWords() {
    return arguments.isEmpty()
        ? simpleName()
        : arguments.stream()
            .map(TypeName::inWords)
            .collect(Collectors.joining(", ", simpleName() + "<", ">"));
  }
}
