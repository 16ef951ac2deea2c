package io.github.waserverless.rules.placement;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.NO_HARDWARE_AFFINITY;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.code.flow.HostLookup;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;

/** Execution environments come and go, and their hosts tell nothing about them. */
@RuleInfo(
    id = "WAS407",
    name = "host-identity-used",
    title = "Identity of the host used",
    principles = NO_HARDWARE_AFFINITY,
    pillar = RELIABILITY,
    severity = WARNING)
public final class HostIdentity implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      for (HostLookup lookup : HostLookup.in(handler.reach(), handler.values())) {
        findings.report(
            Problem.in(
                    handler,
                    lookup.reached(),
                    "%s asks for %s: it is not the same for the next event and may be that of others"
                        .formatted(handler.name(), lookup.what()))
                .as(lookup.isLogged() ? NOTE : WARNING));
      }
    }
  }
}
