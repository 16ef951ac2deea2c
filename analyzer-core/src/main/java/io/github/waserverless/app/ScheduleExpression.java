package io.github.waserverless.app;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** When a schedule runs, in the language of EventBridge. */
public final class ScheduleExpression {

  /** Which service reads an expression. */
  public enum Reader {
    /** The rules of an event bus. */
    RULE,
    /** EventBridge Scheduler, which also knows single points in time. */
    SCHEDULER
  }

  private static final Pattern CALL = Pattern.compile("(rate|cron|at)\\((.*)\\)");
  private static final Pattern RATE = Pattern.compile("(\\d+)\\s+([a-z]+)");
  private static final Set<String> UNITS = Set.of("minute", "hour", "day");
  private static final int CRON_FIELDS = 6;
  private static final int DAY_OF_MONTH = 2;
  private static final int DAY_OF_WEEK = 4;

  private ScheduleExpression() {}

  /** What is wrong with an expression, as the rest of a sentence that names it. */
  public static Optional<String> flaw(String expression, Reader reader) {
    Matcher call = CALL.matcher(expression.strip());
    if (!call.matches()) {
      return Optional.of("which is neither a rate nor a cron expression");
    }
    String argument = call.group(2).strip();
    return switch (call.group(1)) {
      case "rate" -> flawOfRate(argument, reader);
      case "cron" -> flawOfCron(argument);
      default ->
          reader == Reader.SCHEDULER
              ? Optional.empty()
              : Optional.of("which only EventBridge Scheduler knows");
    };
  }

  private static Optional<String> flawOfRate(String argument, Reader reader) {
    Matcher rate = RATE.matcher(argument);
    if (!rate.matches()) {
      return Optional.of("which is no number and unit");
    }
    String unit = rate.group(2);
    boolean plural = unit.endsWith("s");
    if (!UNITS.contains(plural ? unit.substring(0, unit.length() - 1) : unit)) {
      return Optional.of("whose unit is neither minutes, hours nor days");
    }
    String number = rate.group(1).replaceFirst("^0+", "");
    if (number.isEmpty()) {
      return Optional.of("which is no positive number");
    }
    boolean one = number.equals("1");
    return reader == Reader.RULE && one == plural
        ? Optional.of("where %s takes a %s unit".formatted(number, one ? "singular" : "plural"))
        : Optional.empty();
  }

  private static Optional<String> flawOfCron(String argument) {
    String[] fields = argument.split("\\s+", -1);
    if (fields.length != CRON_FIELDS) {
      return Optional.of(
          "which has %s of the %s fields of cron".formatted(fields.length, CRON_FIELDS));
    }
    if (Stream.of(fields).anyMatch(field -> field.endsWith(","))) {
      return Optional.of("whose fields are separated by commas");
    }
    boolean anyDay = fields[DAY_OF_MONTH].equals("?");
    return anyDay == fields[DAY_OF_WEEK].equals("?")
        ? Optional.of("where just one of day of month and day of week must be ?")
        : Optional.empty();
  }
}
