package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.flow.Site.CallSite;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How long calls let time pass that are given a constant. */
final class Pauses {

  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "NANOSECONDS", ChronoUnit.NANOS,
          "MICROSECONDS", ChronoUnit.MICROS,
          "MILLISECONDS", ChronoUnit.MILLIS,
          "SECONDS", ChronoUnit.SECONDS,
          "MINUTES", ChronoUnit.MINUTES,
          "HOURS", ChronoUnit.HOURS);

  private Pauses() {}

  static Optional<Duration> of(Reached<CallSite> call, Evaluation values) {
    Expression.Call expression = call.site().expression();
    List<Expression> arguments = expression.arguments();
    if (arguments.isEmpty()) {
      return Optional.empty();
    }
    Data amount = values.of(arguments.get(0), call);
    return switch (call.site().name()) {
      case "parkNanos" -> of(amount, ChronoUnit.NANOS);
      case "sleepUninterruptibly" ->
          arguments.size() > 1
              ? unit(values.of(arguments.get(1), call)).flatMap(u -> of(amount, u))
              : duration(amount);
      default ->
          call.site().receiver().simpleName().equals("TimeUnit") && expression.scope().isPresent()
              ? unit(values.of(expression.scope().get(), call)).flatMap(u -> of(amount, u))
              : duration(amount);
    };
  }

  private static Optional<Duration> of(Data amount, ChronoUnit unit) {
    return amount.constant().flatMap(Arithmetic::number).map(n -> Duration.of(n, unit));
  }

  private static Optional<ChronoUnit> unit(Data data) {
    return data instanceof Data.Symbol symbol
        ? Optional.ofNullable(UNITS.get(symbol.name()))
        : Optional.empty();
  }

  /** A number of a {@code TimeUnit}. */
  static Optional<Duration> duration(Data amount, Data unit) {
    return unit(unit).flatMap(u -> of(amount, u));
  }

  /** Milliseconds, or a {@code Duration}. */
  static Optional<Duration> duration(Data data) {
    if (data instanceof Data.Derived made
        && made.by().startsWith("Duration.of")
        && made.from().size() == 1) {
      String unit = made.by().substring("Duration.of".length()).toUpperCase(Locale.ROOT);
      return Optional.ofNullable(UNITS.get(unit.replaceAll("^(MILLI|NANO)S$", "$1SECONDS")))
          .flatMap(u -> of(made.from().get(0), u));
    }
    return of(data, ChronoUnit.MILLIS);
  }
}
