package io.github.waserverless.configuration;

import io.github.waserverless.engine.InvalidInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * The time that reproducible builds take for that of their run.
 *
 * @param epoch seconds since 1970, as {@code SOURCE_DATE_EPOCH} says them; empty when it does not
 */
public record SourceDate(String epoch) {

  /** What the environment variables say. */
  public static SourceDate in(Map<String, String> variables) {
    return new SourceDate(variables.getOrDefault("SOURCE_DATE_EPOCH", ""));
  }

  /** Whether a run on the same input must always write the same bytes, whenever and wherever. */
  public boolean isFixed() {
    return !epoch.isEmpty();
  }

  /** The day of the run: the clock's unless the build says otherwise. */
  public LocalDate today() throws InvalidInput {
    if (epoch.isEmpty()) {
      return LocalDate.now(ZoneOffset.UTC);
    }
    try {
      return LocalDate.ofInstant(Instant.ofEpochSecond(Long.parseLong(epoch)), ZoneOffset.UTC);
    } catch (NumberFormatException | DateTimeException e) {
      throw new InvalidInput("SOURCE_DATE_EPOCH is not a number of seconds: " + epoch);
    }
  }
}
