package io.github.waserverless.code.library;

import io.github.waserverless.code.TypeName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The types of libraries that handlers use, with the methods that lead to other types. */
public final class LibraryTypes {

  private static final LibraryTypes SHIPPED = LibraryTypesReader.read();

  private final Map<String, Declaration> types;
  private final Map<String, List<String>> bySimpleName = new HashMap<>();

  /**
   * A type.
   *
   * @param parameters the names of its type parameters
   * @param supertypes what it extends and implements
   * @param methods its methods by name
   */
  record Declaration(
      List<String> parameters, List<TypeName> supertypes, Map<String, LibraryMethod> methods) {}

  LibraryTypes(Map<String, Declaration> types) {
    this.types = Map.copyOf(types);
    for (String name : types.keySet()) {
      bySimpleName
          .computeIfAbsent(TypeName.of(name).simpleName(), n -> new ArrayList<>())
          .add(name);
    }
  }

  /** The types that this version knows. */
  public static LibraryTypes shipped() {
    return SHIPPED;
  }

  /** Whether the type is known. */
  public boolean knows(String qualifiedName) {
    return types.containsKey(qualifiedName);
  }

  /** The known type of a simple name in a package or class. */
  public Optional<String> in(String qualifier, String simpleName) {
    return bySimpleName.getOrDefault(simpleName, List.of()).stream()
        .filter(name -> TypeName.of(name).qualifier().equals(qualifier))
        .findFirst();
  }

  /** A method of a type or of one of its supertypes. */
  public LibraryMethod method(TypeName receiver, String name) {
    for (TypeName type : withSupertypes(receiver)) {
      Declaration declaration = types.get(type.name());
      LibraryMethod method = declaration == null ? null : declaration.methods().get(name);
      if (declaration != null && method != null) {
        Map<String, TypeName> bindings = bindings(declaration, type);
        bindings.put("This", receiver);
        return method.with(bindings);
      }
    }
    return LibraryMethod.UNKNOWN;
  }

  /** A type and what it extends and implements, nearest first, with type arguments replaced. */
  public Set<TypeName> withSupertypes(TypeName type) {
    Set<TypeName> all = new LinkedHashSet<>();
    Deque<TypeName> open = new ArrayDeque<>(List.of(type));
    while (!open.isEmpty()) {
      TypeName next = open.removeFirst();
      Declaration declaration = types.get(next.name());
      if (all.add(next) && declaration != null) {
        Map<String, TypeName> bindings = bindings(declaration, next);
        declaration.supertypes().forEach(s -> open.add(s.with(bindings)));
      }
    }
    return all;
  }

  private static Map<String, TypeName> bindings(Declaration declaration, TypeName type) {
    Map<String, TypeName> bindings = new LinkedHashMap<>();
    for (int i = 0; i < declaration.parameters().size(); i++) {
      bindings.put(declaration.parameters().get(i), type.argument(i));
    }
    return bindings;
  }
}
