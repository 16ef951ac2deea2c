package io.github.waserverless.rules.security;

import static io.github.waserverless.rule.Pillar.SECURITY;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.ERROR;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.ManagedPolicy;
import io.github.waserverless.app.ManagedPolicyCatalogue.Reach;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.template.Truth;

/** A role should be given what its code does, not all that a service can do. */
@RuleInfo(
    id = "WAS803",
    name = "broad-managed-policy",
    title = "Managed policy that grants a whole service",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = SECURITY,
    severity = WARNING)
public final class BroadManagedPolicy implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (ManagedPolicy policy : ManagedPolicy.in(app)) {
      if (!ExecutionRoles.isOne(policy.role(), app)) {
        continue;
      }
      for (Reach reach : Reach.values()) {
        Truth truth = policy.reaches(reach);
        if (truth.canHold()) {
          report(policy, reach, truth, findings);
          break;
        }
      }
    }
  }

  private static void report(ManagedPolicy policy, Reach reach, Truth truth, Findings findings) {
    boolean bounded = !policy.role().property("PermissionsBoundary").absent().alwaysHolds();
    if (reach == Reach.ROUTINE || (bounded && reach == Reach.READ)) {
      return;
    }
    Problem problem =
        Problem.at(
                policy.arn().place(),
                policy.role(),
                "%s has %s: %s"
                    .formatted(
                        policy.role().name(), String.join(" or ", policy.names()), harm(reach)))
            .when(truth)
            .as(severity(reach, bounded));
    findings.report(reach == Reach.READ ? problem.strict() : problem);
  }

  private static String harm(Reach reach) {
    return switch (reach) {
      case ADMINISTRATION -> "whoever finds a flaw here owns the account";
      case FULL -> "a flaw here reaches every resource of that service";
      default -> "a flaw here can read every resource of that service";
    };
  }

  private static Severity severity(Reach reach, boolean bounded) {
    return switch (reach) {
      case ADMINISTRATION -> bounded ? WARNING : ERROR;
      case FULL -> bounded ? NOTE : WARNING;
      default -> NOTE;
    };
  }
}
