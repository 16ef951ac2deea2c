package io.github.waserverless.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.waserverless.app.ScheduleExpression.Reader;
import io.github.waserverless.laws.Law;
import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.constraints.IntRange;

/** A period is the same in whatever unit it is written. */
class ScheduleLawsTest {

  private static String rate(int number, String unit) {
    return "rate(%s %s%s)".formatted(number, unit, number == 1 ? "" : "s");
  }

  @Law
  void unitsAreConverted(@ForAll @IntRange(min = 1, max = 100_000) int number) {
    assertEquals(
        SchedulePeriod.of(rate(number, "hour")), SchedulePeriod.of(rate(60 * number, "minute")));
    assertEquals(
        SchedulePeriod.of(rate(number, "day")), SchedulePeriod.of(rate(24 * number, "hour")));
    assertEquals(
        Optional.of(Duration.ofMinutes(number)), SchedulePeriod.of(rate(number, "minute")));
  }

  @Law
  void whatHasAPeriodIsWellWritten(@ForAll @IntRange(min = 1, max = 100_000) int number) {
    for (String unit : new String[] {"minute", "hour", "day"}) {
      for (Reader reader : Reader.values()) {
        assertEquals(Optional.empty(), ScheduleExpression.flaw(rate(number, unit), reader));
        assertEquals(
            Optional.empty(), ScheduleExpression.flaw(" " + rate(number, unit) + " ", reader));
      }
      String wrong = "rate(%s %s%s)".formatted(number, unit, number == 1 ? "s" : "");
      assertEquals(true, ScheduleExpression.flaw(wrong, Reader.RULE).isPresent());
      assertEquals(SchedulePeriod.of(rate(number, unit)), SchedulePeriod.of(wrong));
    }
  }
}
