package io.github.waserverless.rules.state;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.SHARE_NOTHING;
import static io.github.waserverless.rule.Severity.ERROR;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.code.flow.FieldClosing;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;

/** What serves all events must not be closed after the first. */
@RuleInfo(
    id = "WAS309",
    name = "shared-client-closed",
    title = "Shared client closed by an event",
    principles = SHARE_NOTHING,
    pillar = RELIABILITY,
    severity = ERROR)
public final class SharedClientClosed implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      for (FieldClosing closing : FieldClosing.in(handler.reach())) {
        findings.report(
            Problem.in(
                handler,
                closing.reached(),
                "%s closes %s, which is made once for all events: the next event cannot use it"
                    .formatted(handler.name(), closing.field().name())));
      }
    }
  }
}
