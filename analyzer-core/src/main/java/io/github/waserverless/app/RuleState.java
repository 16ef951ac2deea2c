package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Truth;
import java.util.Locale;
import java.util.Set;

/**
 * The state of EventBridge rules and schedules. SAM lets {@code Enabled} stand for it, which a
 * parameter may decide.
 */
public final class RuleState {

  private static final Set<String> OFF = Set.of("disabled", "false", "no", "off");

  private RuleState() {}

  /**
   * Whether a rule or schedule is switched off; a state that only deployment knows is not known.
   */
  public static Truth disabled(Resource rule) {
    return rule.property("State").is(state -> OFF.contains(state.toLowerCase(Locale.ROOT)));
  }
}
