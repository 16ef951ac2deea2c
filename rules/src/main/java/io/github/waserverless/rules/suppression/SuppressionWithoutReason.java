package io.github.waserverless.rules.suppression;

import static io.github.waserverless.rule.Pillar.OPERATIONAL_EXCELLENCE;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Suppression;
import io.github.waserverless.rule.SuppressionRule;
import java.util.Optional;

/** Whoever meets a suppression later should learn why it was right. */
@RuleInfo(
    id = "WAS091",
    name = "suppression-without-reason",
    title = "Suppression that does not say why",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = OPERATIONAL_EXCELLENCE,
    severity = WARNING)
public final class SuppressionWithoutReason implements SuppressionRule {

  @Override
  public Optional<Complaint> complaint(Suppression suppression, Use use) {
    boolean isOurs = suppression.means() != Suppression.Means.PEER;
    if (!isOurs || !suppression.reason().isBlank() || suppression.rule().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Complaint(
            WARNING,
            "%s is suppressed without a reason: nobody will know whether it still holds"
                .formatted(suppression.rule())));
  }
}
