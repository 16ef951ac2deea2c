package io.github.waserverless.app;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often a schedule expression fires. Source: Amazon EventBridge User Guide, "Schedule
 * expressions".
 */
public final class SchedulePeriod {

  private static final Pattern RATE = Pattern.compile("rate\\((\\d{1,9}) (minute|hour|day)s?\\)");
  private static final Pattern CRON = Pattern.compile("cron\\((\\S+) (\\S+) .*\\)");
  private static final Pattern STEP = Pattern.compile("[\\d*]+/(\\d{1,2})");

  private SchedulePeriod() {}

  /** The time between two events: of a rate exactly, of a cron expression where it is plain. */
  public static Optional<Duration> of(String expression) {
    String text = expression.strip().toLowerCase(Locale.ROOT);
    Matcher rate = RATE.matcher(text);
    if (rate.matches()) {
      long count = Long.parseLong(rate.group(1));
      return Optional.of(
          switch (rate.group(2)) {
            case "minute" -> Duration.ofMinutes(count);
            case "hour" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
          });
    }
    Matcher cron = CRON.matcher(text);
    return cron.matches() ? minutes(cron.group(1), cron.group(2)) : Optional.empty();
  }

  private static Optional<Duration> minutes(String minute, String hour) {
    Matcher step = STEP.matcher(minute);
    if (step.matches()) {
      return Optional.of(Duration.ofMinutes(Math.max(1, Long.parseLong(step.group(1)))));
    }
    if (minute.equals("*")) {
      return Optional.of(Duration.ofMinutes(1));
    }
    if (minute.contains(",")) {
      return Optional.of(Duration.ofMinutes(60L / minute.split(",").length));
    }
    return Optional.of(hour.equals("*") ? Duration.ofHours(1) : Duration.ofDays(1));
  }
}
