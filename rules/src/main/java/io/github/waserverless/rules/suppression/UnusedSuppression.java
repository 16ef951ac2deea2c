package io.github.waserverless.rules.suppression;

import static io.github.waserverless.rule.Pillar.OPERATIONAL_EXCELLENCE;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Suppression;
import io.github.waserverless.rule.SuppressionRule;
import java.util.Optional;

/** A suppression that has nothing to suppress hides the next problem of its kind. */
@RuleInfo(
    id = "WAS092",
    name = "suppression-without-effect",
    title = "Suppression that suppresses nothing",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = OPERATIONAL_EXCELLENCE,
    severity = NOTE)
public final class UnusedSuppression implements SuppressionRule {

  @Override
  public Optional<Complaint> complaint(Suppression suppression, Use use) {
    if (suppression.means() == Suppression.Means.PEER) {
      return Optional.empty();
    }
    return switch (use) {
      case USED, NOT_KNOWN -> Optional.empty();
      case UNUSED ->
          Optional.of(
              new Complaint(
                  NOTE,
                  "%s has no finding here: the suppression only hides the next one"
                      .formatted(suppression.rule())));
      case NO_RULE -> Optional.of(new Complaint(WARNING, noRule(suppression.rule())));
    };
  }

  private static String noRule(String name) {
    return name.isEmpty()
        ? "The suppression names no rule: nothing is suppressed"
        : "%s is not a rule: nothing is suppressed".formatted(name);
  }
}
