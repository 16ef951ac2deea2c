package io.github.waserverless.rules.placement;

import static io.github.waserverless.rule.Pillar.OPERATIONAL_EXCELLENCE;
import static io.github.waserverless.rule.Principle.NO_HARDWARE_AFFINITY;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.code.flow.RegionChoice;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;

/** Lambda tells a function its region; code that names one works there only. */
@RuleInfo(
    id = "WAS401",
    name = "hard-coded-region",
    title = "Region written into the code",
    principles = NO_HARDWARE_AFFINITY,
    pillar = OPERATIONAL_EXCELLENCE,
    severity = WARNING)
public final class HardCodedRegion implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      for (RegionChoice choice : RegionChoice.in(handler.reach(), handler.values())) {
        findings.report(
            Problem.in(
                    handler,
                    choice.reached(),
                    "%s always calls %s: deployed to another region it works on the resources of this one"
                        .formatted(handler.name(), choice.region()))
                .as(choice.isIntended() ? NOTE : WARNING));
      }
    }
  }
}
