package io.github.waserverless.rule;

import io.github.waserverless.app.Application;
import java.util.Optional;

/** A rule about suppressions: it is asked when all other rules are done. */
public interface SuppressionRule extends Rule {

  /** What came of a suppression in a run. */
  enum Use {
    /** It kept findings from being reported. */
    USED,
    /** Its rule ran, and there was nothing to suppress. */
    UNUSED,
    /** Its rule did not run. */
    NOT_KNOWN,
    /** There is no such rule. */
    NO_RULE
  }

  /**
   * What is wrong with a suppression.
   *
   * @param message one sentence without a full stop
   */
  record Complaint(Severity severity, String message) {}

  /** What is wrong with a suppression, if anything. */
  Optional<Complaint> complaint(Suppression suppression, Use use);

  /** In an application there is nothing for it to look at. */
  @Override
  default void check(Application app, Findings findings) {}
}
