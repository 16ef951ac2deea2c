package io.github.waserverless.app;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.JavaAnnotation;
import io.github.waserverless.source.Location;
import java.util.Optional;

/** The {@code @Logging} annotation of Powertools for AWS Lambda. */
public final class PowertoolsLogging {

  private PowertoolsLogging() {}

  /** Where it is told to log every event of a handler. */
  public static Optional<Location> ofEvents(FunctionHandler handler) {
    return handler.entry().stream()
        .flatMap(e -> e.method().declaration().annotations().stream())
        .filter(a -> a.simpleName().equals("Logging"))
        .filter(a -> a.values().get("logEvent") instanceof Expression.Literal l && isTrue(l))
        .map(JavaAnnotation::location)
        .findFirst();
  }

  private static boolean isTrue(Expression.Literal literal) {
    return literal.text().equals("true");
  }
}
