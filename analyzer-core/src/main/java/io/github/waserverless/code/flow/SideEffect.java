package io.github.waserverless.code.flow;

import io.github.waserverless.source.Location;
import java.util.List;
import java.util.Optional;

/**
 * Something that a handler does to the world outside and that a second run would do again.
 *
 * @param what in words, as it follows the handler's name: {@code sends a message}
 * @param call the call of AWS that does it
 * @param sql the statement that does it
 */
public record SideEffect(
    Kind kind,
    String what,
    Optional<SdkCall> call,
    Optional<SqlStatement> sql,
    Reached<? extends Site> reached) {

  /** What a second run does again. */
  public enum Kind {
    /** A number changes by an amount once more, or a list grows. */
    CHANGE,
    /** A row or entity is added once more. */
    ROW,
    /** Somebody gets one more message, event or record. */
    MESSAGE,
    /** A person gets one more e-mail or text message. */
    LETTER,
    /** A function or state machine runs once more. */
    RUN,
    /** Another service gets the request once more; what it makes of that is not known. */
    REQUEST
  }

  /** All that a handler does for an event. */
  public static List<SideEffect> in(Reachability reach, Evaluation values, List<SdkCall> calls) {
    return new SideEffects(reach, values, calls).find();
  }

  /** Where it is. */
  public Location location() {
    return reached.location();
  }

  @Override
  public String toString() {
    return what + " at " + location();
  }
}
