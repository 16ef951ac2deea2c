package io.github.waserverless.rule;

import io.github.waserverless.app.Application;

/** Looks for one problem. Rules hold no state, do no I/O and do not know each other. */
public interface Rule {

  /** Reports what it finds in an application. */
  void check(Application app, Findings findings);

  /** What one of its options is set to: by the project, else by its card. */
  default int option(Application app, String name) {
    RuleInfo info = info();
    for (RuleOption option : info.options()) {
      if (option.name().equals(name)) {
        return app.data().option(info.id(), name).orElse(option.value());
      }
    }
    throw new IllegalArgumentException(info.id() + " has no option " + name);
  }

  /** The rule's card. */
  default RuleInfo info() {
    RuleInfo info = getClass().getAnnotation(RuleInfo.class);
    if (info == null) {
      throw new IllegalStateException(getClass() + " has no @RuleInfo");
    }
    return info;
  }
}
