package io.github.waserverless.app.states;

import io.github.waserverless.template.Setting;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code ErrorEquals} of a retrier or catcher.
 *
 * @param names the names of the errors
 * @param complete whether all of them are known
 */
public record ErrorNames(Set<String> names, boolean complete) {

  /** Any error. */
  public static final String ALL = "States.ALL";

  /** Any error of a task but those of time. */
  public static final String TASK_FAILED = "States.TaskFailed";

  private static final String STATES = "States.";

  /** What an entry of {@code Retry} or {@code Catch} speaks of. */
  public static ErrorNames of(Setting handler) {
    Set<String> names = new LinkedHashSet<>();
    boolean complete = true;
    Setting written = handler.get("ErrorEquals");
    for (Setting item : written.items()) {
      Optional<String> name = item.text().certain();
      name.ifPresent(names::add);
      complete &= name.isPresent();
    }
    return new ErrorNames(names, complete && written.cases().size() == 1);
  }

  /** What some entries speak of together. */
  public static ErrorNames of(List<Setting> handlers) {
    Set<String> names = new LinkedHashSet<>();
    boolean complete = true;
    for (Setting handler : handlers) {
      ErrorNames one = of(handler);
      names.addAll(one.names);
      complete &= one.complete;
    }
    return new ErrorNames(names, complete);
  }

  /**
   * Whether an error is among them, by its name or as one of all. That {@code States.TaskFailed}
   * stands for an error of Step Functions itself is not assumed.
   */
  public boolean cover(String error) {
    return names.contains(error)
        || names.contains(ALL)
        || (names.contains(TASK_FAILED) && !error.startsWith(STATES));
  }

  /** Whether any error may be among them that is not known by name. */
  public boolean mayCover(String error) {
    return cover(error) || !complete;
  }
}
