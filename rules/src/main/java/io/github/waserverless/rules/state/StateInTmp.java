package io.github.waserverless.rules.state;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.SHARE_NOTHING;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.code.flow.TemporaryFiles;
import io.github.waserverless.code.flow.TemporaryFiles.Leftover;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;

/** The next event may find other files in /tmp, or none. */
@RuleInfo(
    id = "WAS301",
    name = "tmp-used-as-state",
    title = "State kept in /tmp",
    principles = SHARE_NOTHING,
    pillar = RELIABILITY,
    severity = WARNING)
public final class StateInTmp implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      for (Leftover leftover : TemporaryFiles.leftovers(handler.reach(), handler.values())) {
        findings.report(
            Problem.in(
                    handler,
                    leftover.read().reached(),
                    (leftover.isCache()
                            ? "%s uses %s of an earlier event as a cache: other environments have another"
                            : "%s reads %s, which an earlier event wrote: other environments have another")
                        .formatted(handler.name(), leftover.path()))
                .with(leftover.write().location(), "written here")
                .as(leftover.isCache() ? NOTE : WARNING));
      }
    }
  }
}
