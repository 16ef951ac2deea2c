package io.github.waserverless.configuration;

import io.github.waserverless.rule.Profile;
import io.github.waserverless.rule.Rule;
import java.util.Locale;

/** The profiles that a run can have. */
public enum RunProfile {
  /** What every project should heed. */
  CORE,
  /** More. */
  STRICT;

  /** Whether it runs a rule. */
  public boolean runs(Rule rule) {
    Profile profile = rule.info().profile();
    return profile == Profile.CORE || (this == STRICT && profile == Profile.STRICT);
  }

  /** The widest of the profiles of what it tells. */
  Profile widest() {
    return this == STRICT ? Profile.STRICT : Profile.CORE;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
