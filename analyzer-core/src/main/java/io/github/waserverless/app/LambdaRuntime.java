package io.github.waserverless.app;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A managed runtime with its deadlines.
 *
 * @param id its identifier
 * @param deprecated from when it gets no more patches
 * @param blockCreate from when no function can be created on it
 * @param blockUpdate from when no function on it can be updated
 * @param successor the identifier of the runtime that takes its place
 */
public record LambdaRuntime(
    String id,
    LocalDate deprecated,
    Optional<LocalDate> blockCreate,
    Optional<LocalDate> blockUpdate,
    Optional<String> successor) {

  private static final int WARNED_DAYS = 180;

  /** How far a runtime's life has come, in order. */
  public enum Stage {
    SUPPORTED,
    ENDING,
    DEPRECATED,
    CREATE_BLOCKED,
    UPDATE_BLOCKED
  }

  /** The stage at a day; it is ending half a year before it is deprecated. */
  public Stage stage(LocalDate day) {
    if (reached(blockUpdate, day)) {
      return Stage.UPDATE_BLOCKED;
    }
    if (reached(blockCreate, day)) {
      return Stage.CREATE_BLOCKED;
    }
    if (!day.isBefore(deprecated)) {
      return Stage.DEPRECATED;
    }
    return day.isBefore(deprecated.minusDays(WARNED_DAYS)) ? Stage.SUPPORTED : Stage.ENDING;
  }

  private static boolean reached(Optional<LocalDate> deadline, LocalDate day) {
    return deadline.filter(d -> !day.isBefore(d)).isPresent();
  }
}
