package io.github.waserverless.rules.lambda;

import static io.github.waserverless.rule.Pillar.PERFORMANCE_EFFICIENCY;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.code.flow.ClientCreation;
import io.github.waserverless.code.flow.Data;
import io.github.waserverless.code.flow.Lifetime;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;

/** A client keeps its connections and credentials only as long as it is kept itself. */
@RuleInfo(
    id = "WAS103",
    name = "sdk-client-per-invocation",
    title = "AWS client made for each event",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = PERFORMANCE_EFFICIENCY,
    severity = WARNING)
public final class ClientPerEvent implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      Lifetime lifetime = new Lifetime(handler.reach());
      ClientCreation.in(handler.reach()).stream()
          .filter(c -> lifetime.endsWithEvent(c.expression(), c.reached()))
          .forEach(c -> report(c, handler, findings));
    }
  }

  private static void report(ClientCreation creation, FunctionHandler handler, Findings findings) {
    boolean chosen = dependsOnEvent(handler.value(creation.expression(), creation.reached()));
    String client = creation.client().simpleName();
    findings.report(
        Problem.in(
                handler,
                creation.reached(),
                chosen
                    ? "%s makes %s for each event by what is in it: keep one for each value"
                        .formatted(handler.name(), client)
                    : "%s makes %s for each event: connections and credentials are set up again"
                        .formatted(handler.name(), client))
            .pointingAt(creation.location())
            .as(chosen ? NOTE : WARNING));
  }

  /** A region or a role that the event names needs a client of its own. */
  private static boolean dependsOnEvent(Data client) {
    return client.isFromEvent()
        || client
            .leaves()
            .anyMatch(d -> d instanceof Data.Response r && r.operation().service().equals("sts"));
  }
}
