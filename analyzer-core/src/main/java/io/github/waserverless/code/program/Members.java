package io.github.waserverless.code.program;

import io.github.waserverless.code.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which field or method a name means, inherited ones included. */
public final class Members {

  private final Program program;

  /** The members of the classes of a program. */
  public Members(Program program) {
    this.program = program;
  }

  /**
   * A field as a class sees it.
   *
   * @param type its type, with type arguments
   */
  public record FieldFound(SourceField field, TypeName type) {}

  /**
   * A method as a class sees it.
   *
   * @param bindings what the type parameters of its class stand for
   */
  public record MethodFound(SourceMethod method, Map<String, TypeName> bindings) {}

  /** A field of a class or of one that it extends. */
  public Optional<FieldFound> field(SourceClass type, List<TypeName> arguments, String name) {
    for (Program.Ancestor ancestor : program.ancestors(type, arguments)) {
      for (SourceField field : ancestor.type().fields()) {
        if (field.name().equals(name)) {
          TypeName declared = program.resolve(field.declaration().type(), ancestor.type());
          return Optional.of(new FieldFound(field, declared.with(ancestor.bindings())));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The methods that a call may mean: those of the nearest class that has any, the best matches by
   * their parameters' types.
   */
  public List<MethodFound> methods(
      SourceClass type, List<TypeName> arguments, String name, List<TypeName> passed) {
    List<MethodFound> found = new ArrayList<>();
    for (Program.Ancestor ancestor : program.ancestors(type, arguments)) {
      for (SourceMethod method : ancestor.type().methods()) {
        if (method.name().equals(name) && method.takes(passed.size())) {
          found.add(new MethodFound(method, ancestor.bindings()));
        }
      }
    }
    return best(found, passed);
  }

  /** The constructors that a {@code new} may mean. */
  public List<SourceMethod> constructors(SourceClass type, List<TypeName> passed) {
    List<MethodFound> found =
        type.constructors().stream()
            .filter(c -> c.takes(passed.size()))
            .map(c -> new MethodFound(c, Map.of()))
            .toList();
    return best(found, passed).stream().map(MethodFound::method).toList();
  }

  /** The nearest of those that fit best: an overridden method is not called. */
  private List<MethodFound> best(List<MethodFound> found, List<TypeName> passed) {
    if (found.size() < 2) {
      return List.copyOf(found);
    }
    int highest = found.stream().mapToInt(m -> fit(m, passed)).max().orElse(0);
    List<MethodFound> best = new ArrayList<>();
    for (MethodFound candidate : found) {
      boolean fits = fit(candidate, passed) == highest;
      boolean hidden =
          best.stream()
              .anyMatch(
                  b ->
                      b.method().owner() != candidate.method().owner() && !b.method().isAbstract());
      if (fits && !hidden) {
        best.add(candidate);
      }
    }
    return best;
  }

  private int fit(MethodFound candidate, List<TypeName> passed) {
    int fit = 0;
    int size = candidate.method().parameters().size();
    for (int i = 0; i < Math.min(size, passed.size()); i++) {
      TypeName parameter =
          program
              .resolve(candidate.method().parameters().get(i).type(), candidate.method().owner())
              .with(candidate.bindings());
      TypeName argument = passed.get(i);
      if (argument.isKnown() && parameter.name().equals(argument.name())) {
        fit += 3;
      } else if (argument.isKnown() && unlike(parameter, argument)) {
        fit -= 3;
      }
    }
    return size == passed.size() ? fit + 1 : fit;
  }

  /** Whether two types certainly have nothing to do with each other. */
  private static boolean unlike(TypeName parameter, TypeName argument) {
    return isFinal(parameter) != isFinal(argument)
        && !parameter.name().equals("java.lang.Object")
        && parameter.qualifier().length() > 0
        && argument.qualifier().length() > 0
        && (isFinal(parameter) || isFinal(argument));
  }

  private static boolean isFinal(TypeName type) {
    return switch (type.name()) {
      case "java.lang.String", "java.lang.Integer", "java.lang.Long", "java.lang.Boolean" -> true;
      default -> false;
    };
  }
}
