package io.github.waserverless.rules.idempotency;

import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.code.JavaParameter;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.flow.Phase;
import io.github.waserverless.code.flow.Reached;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.flow.Step;
import io.github.waserverless.code.program.Program;
import io.github.waserverless.code.program.SourceMethod;
import java.util.List;
import java.util.stream.Stream;

/** Where a handler uses the idempotency of Powertools. */
final class IdempotentMethods {

  private static final String PACKAGE = "software.amazon.lambda.powertools.idempotency.";

  private final FunctionHandler handler;
  private final Program program;

  IdempotentMethods(FunctionHandler handler) {
    this.handler = handler;
    this.program = handler.reach().bodies().program();
  }

  /** The methods with the annotation that run for an event. */
  List<SourceMethod> annotated() {
    return handler.reach().steps().stream()
        .filter(s -> s.phase() == Phase.INVOKE)
        .map(Step::method)
        .filter(this::isIdempotent)
        .distinct()
        .toList();
  }

  private boolean isIdempotent(SourceMethod method) {
    return method.declaration().annotations().stream()
        .filter(a -> a.simpleName().equals("Idempotent"))
        .anyMatch(
            a ->
                program
                    .resolve(TypeName.of(a.name()), method.owner())
                    .name()
                    .equals(PACKAGE + "Idempotent"));
  }

  /** The calls of a static method of the library. */
  Stream<Reached<CallSite>> calls(String method) {
    return handler
        .reach()
        .sites(CallSite.class)
        .filter(r -> r.site().calls(PACKAGE + "Idempotency", method));
  }

  /** Whether a class that the handler does not reach, as far as is seen, sets the library up. */
  boolean mayBeConfiguredElsewhere() {
    boolean unseen =
        handler.type().isEmpty()
            || handler.type().filter(program::hasUnknownSuperclass).isPresent();
    return unseen
        || program.classes().stream()
            .flatMap(c -> c.methods().stream())
            .filter(m -> !m.isAbstract())
            .anyMatch(
                m ->
                    handler
                        .reach()
                        .bodies()
                        .of(m)
                        .sites(CallSite.class)
                        .anyMatch(s -> s.calls(PACKAGE + "Idempotency", "config")));
  }

  /** Whether the library takes it for a handler: by its class and its parameters, not its name. */
  boolean isHandler(SourceMethod method) {
    List<JavaParameter> parameters = method.parameters();
    boolean alike =
        parameters.size() == 2
            && parameters.get(1).type().simpleName().equals("Context")
            && program.allSupertypes(method.owner()).stream()
                .anyMatch(s -> s.simpleName().equals("RequestHandler"));
    return alike || handler.entry().filter(e -> e.method() == method).isPresent();
  }

  /** Whether nothing tells which of several parameters identifies the event. */
  static boolean lacksKey(SourceMethod method) {
    return method.parameters().size() > 1
        && method.parameters().stream()
            .flatMap(p -> p.annotations().stream())
            .noneMatch(a -> a.simpleName().equals("IdempotencyKey"));
  }
}
