package io.github.waserverless.rule;

import io.github.waserverless.app.Application;

/** Looks for one problem. Rules hold no state, do no I/O and do not know each other. */
public interface Rule {

  /** Reports what it finds in an application. */
  void check(Application app, Findings findings);

  /** The rule's card. */
  default RuleInfo info() {
    RuleInfo info = getClass().getAnnotation(RuleInfo.class);
    if (info == null) {
      throw new IllegalStateException(getClass() + " has no @RuleInfo");
    }
    return info;
  }
}
