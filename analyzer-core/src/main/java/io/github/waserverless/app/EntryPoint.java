package io.github.waserverless.app;

import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.program.Program;
import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.code.program.SourceMethod;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The method that Lambda calls.
 *
 * @param type the class that Lambda makes an object of
 * @param method the method, maybe one of a class that it extends
 * @param event the type of the event, with type parameters replaced; unknown without one
 * @param result the type of what it returns
 */
public record EntryPoint(SourceClass type, SourceMethod method, TypeName event, TypeName result) {

  private static final String RUNTIME = "com.amazonaws.services.lambda.runtime.";
  private static final String CONTEXT = RUNTIME + "Context";
  private static final String HANDLER = RUNTIME + "RequestHandler";
  private static final String STREAM_HANDLER = RUNTIME + "RequestStreamHandler";

  private static final List<String> STREAMS =
      List.of("java.io.InputStream", "java.io.OutputStream");

  /** Methods of libraries' base classes that applications override. */
  private static final List<String> HOOKS = List.of("execute", "handleEvent", "apply", "accept");

  /** Whether Lambda recognises the class by an interface of its own. */
  public static boolean isHandler(SourceClass type, Program program) {
    return type.isConcrete()
        && program.allSupertypes(type).stream()
            .anyMatch(s -> s.name().equals(HANDLER) || s.name().equals(STREAM_HANDLER));
  }

  /** The method of a name that Lambda would call. */
  static Optional<EntryPoint> of(SourceClass type, String name, Program program) {
    Set<TypeName> supertypes = program.allSupertypes(type);
    Optional<TypeName> expected =
        supertypes.stream()
            .filter(s -> s.name().equals(HANDLER))
            .map(s -> s.argument(0))
            .findFirst();
    return candidates(type, name, program)
        .max(
            Comparator.comparing((EntryPoint e) -> e.method().isAnnotated("Override"))
                .thenComparing(e -> expected.filter(e.event()::equals).isPresent())
                .thenComparing(e -> e.method().declaration().isPublic())
                .thenComparing(e -> e.method().parameters().size()));
  }

  private static Stream<EntryPoint> candidates(SourceClass type, String name, Program program) {
    return program.ancestors(type).stream()
        .flatMap(
            a ->
                a.type().methods().stream()
                    .filter(m -> m.name().equals(name) && !m.isAbstract())
                    .filter(m -> isCallable(m, program))
                    .map(
                        m ->
                            new EntryPoint(
                                type,
                                m,
                                event(m, program).with(a.bindings()),
                                program
                                    .resolve(m.declaration().returnType(), m.owner())
                                    .with(a.bindings()))));
  }

  /** Whether Lambda knows what to hand to a method. */
  private static boolean isCallable(SourceMethod method, Program program) {
    List<String> types =
        method.parameters().stream()
            .map(p -> program.resolve(p.type(), method.owner()).name())
            .toList();
    return switch (types.size()) {
      case 0, 1 -> true;
      case 2 -> isContext(types.get(1)) || types.equals(STREAMS);
      case 3 -> isContext(types.get(2));
      default -> false;
    };
  }

  /** Also one of a name that is not resolved. */
  private static boolean isContext(String type) {
    return type.equals(CONTEXT) || type.equals("Context");
  }

  private static TypeName event(SourceMethod method, Program program) {
    if (method.parameters().isEmpty()) {
      return TypeName.UNKNOWN;
    }
    TypeName first = program.resolve(method.parameters().get(0).type(), method.owner());
    return first.name().equals(CONTEXT) ? TypeName.UNKNOWN : first;
  }

  /** The method that a library's base class calls in the end. */
  static Optional<EntryPoint> hook(SourceClass type, Program program) {
    return HOOKS.stream().flatMap(name -> of(type, name, program).stream()).findFirst();
  }

  /** Whether the runtime hands it streams and not an object. */
  public boolean isStream() {
    return event.name().equals("java.io.InputStream");
  }
}
