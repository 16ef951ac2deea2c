package io.github.waserverless.code.flow;

import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.program.Program;
import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.code.program.SourceMethod;
import java.util.List;
import java.util.Set;

/** The methods of an object that libraries call because it implements one of their interfaces. */
final class Callbacks {

  private static final Set<String> FUNCTIONAL =
      Set.of("run", "call", "apply", "accept", "get", "test", "process", "compare");

  private Callbacks() {}

  static List<SourceMethod> of(SourceClass type, boolean anonymous, Program program) {
    List<TypeName> foreign =
        program.allSupertypes(type).stream()
            .filter(s -> program.source(s, type).isEmpty())
            .filter(s -> !isPassive(s))
            .toList();
    if (foreign.isEmpty()) {
      return List.of();
    }
    return type.methods().stream()
        .filter(m -> !m.isConstructor() && !m.isAbstract() && !m.isStatic())
        .filter(m -> !isObjectMethod(m.name()))
        .filter(m -> anonymous || m.isAnnotated("Override") || FUNCTIONAL.contains(m.name()))
        .filter(m -> !declaredInSource(m, type, program))
        .toList();
  }

  /** What nobody calls for its own sake. */
  private static boolean isPassive(TypeName type) {
    return switch (type.simpleName()) {
      case "Serializable", "Cloneable", "Object", "Record", "Enum", "Comparable" -> true;
      case "RequestHandler", "RequestStreamHandler" -> true;
      default -> type.simpleName().endsWith("Exception") || type.simpleName().endsWith("Error");
    };
  }

  private static boolean declaredInSource(SourceMethod method, SourceClass type, Program program) {
    return program.ancestors(type).stream()
        .filter(a -> a.type() != type)
        .flatMap(a -> a.type().methods().stream())
        .anyMatch(m -> m.name().equals(method.name()));
  }

  private static boolean isObjectMethod(String name) {
    return switch (name) {
      case "equals", "hashCode", "toString", "main" -> true;
      default -> false;
    };
  }
}
