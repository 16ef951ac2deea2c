package io.github.waserverless.rule;

import io.github.waserverless.app.Application;
import io.github.waserverless.source.SourceFile;
import java.util.Optional;

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

  /**
   * The change that makes a finding of this rule go away and does nothing else; empty when there is
   * none that is certain to be right.
   *
   * @param source the file that the finding is in
   */
  default Optional<Fix> fix(Finding finding, SourceFile source) {
    return Optional.empty();
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
