package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.source.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A line of log output.
 *
 * @param by what writes it
 * @param level {@code trace}, {@code debug}, {@code info}, {@code warn}, {@code error}; {@code
 *     info} where there are no levels
 */
public record LogCall(Writer by, String level, Reached<CallSite> reached) {

  /** What writes log output. */
  public enum Writer {
    /** slf4j, log4j, commons-logging, Powertools. */
    LOGGER,
    /** The logger of the handler's context. */
    LAMBDA_LOGGER,
    /** {@code java.util.logging}. */
    JUL,
    /** {@code System.out} or {@code System.err}. */
    PRINT,
    /** {@code printStackTrace()}. */
    STACK_TRACE
  }

  private static final Set<String> LEVELS =
      Set.of("trace", "debug", "info", "warn", "error", "fatal");
  private static final Set<String> JUL =
      Set.of("log", "severe", "warning", "info", "config", "fine", "finer", "finest");
  private static final Set<String> PRINT = Set.of("print", "println", "printf", "format");

  /** All log output that a handler reaches. */
  public static List<LogCall> in(Reachability reach) {
    return reach.sites(CallSite.class).flatMap(r -> of(r).stream()).toList();
  }

  /** Whether a call writes log output. */
  static boolean is(CallSite call) {
    return of(new Reached<>(call, Phase.INVOKE, List.of())).isPresent();
  }

  private static Optional<LogCall> of(Reached<CallSite> r) {
    CallSite call = r.site();
    String type = call.receiver().name();
    String name = call.name();
    if (name.equals("printStackTrace")) {
      return Optional.of(new LogCall(Writer.STACK_TRACE, "error", r));
    }
    if (type.equals("java.io.PrintStream") && PRINT.contains(name) && isSystem(call.expression())) {
      return Optional.of(new LogCall(Writer.PRINT, "info", r));
    }
    if (type.equals("com.amazonaws.services.lambda.runtime.LambdaLogger") && name.equals("log")) {
      return Optional.of(new LogCall(Writer.LAMBDA_LOGGER, "info", r));
    }
    if (type.equals("java.util.logging.Logger") && JUL.contains(name)) {
      return Optional.of(new LogCall(Writer.JUL, jul(name), r));
    }
    boolean logger = isLogger(call.receiver());
    return logger && LEVELS.contains(name)
        ? Optional.of(new LogCall(Writer.LOGGER, name, r))
        : Optional.empty();
  }

  private static boolean isLogger(TypeName type) {
    return switch (type.name()) {
      case "org.slf4j.Logger",
          "org.apache.logging.log4j.Logger",
          "org.apache.log4j.Logger",
          "org.apache.commons.logging.Log",
          "org.jboss.logging.Logger" ->
          true;
      default -> false;
    };
  }

  private static String jul(String method) {
    return switch (method) {
      case "severe" -> "error";
      case "warning" -> "warn";
      case "fine", "finer", "finest" -> "debug";
      default -> "info";
    };
  }

  private static boolean isSystem(Expression.Call call) {
    return call.scope().isPresent()
        && call.scope().get() instanceof Expression.Member m
        && (m.name().equals("out") || m.name().equals("err"));
  }

  /** What is logged. */
  public List<Expression> arguments() {
    return reached.site().expression().arguments();
  }

  /** Where it is. */
  public Location location() {
    return reached.location();
  }
}
