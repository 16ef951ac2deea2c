package io.github.waserverless.rules.security;

import static io.github.waserverless.rule.Pillar.SECURITY;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.app.PowertoolsLogging;
import io.github.waserverless.app.Service;
import io.github.waserverless.code.flow.EventLogging;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import java.util.Collections;
import java.util.Set;

/** What people send to an application does not belong into its log. */
@RuleInfo(
    id = "WAS829",
    name = "sensitive-data-logged",
    title = "Whole event in the log",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = SECURITY,
    severity = WARNING)
public final class EventLogged implements Rule {

  private static final Set<Service> FROM_PEOPLE =
      Set.of(
          Service.API_GATEWAY,
          Service.FUNCTION_URL,
          Service.LOAD_BALANCER,
          Service.APPSYNC,
          Service.COGNITO,
          Service.SQS,
          Service.SNS);

  @Override
  public void check(Application app, Findings findings) {
    ServiceLogs.in(app).forEach(findings::report);
    for (LambdaFunction function : app.functions()) {
      if (function.triggers().stream().anyMatch(t -> FROM_PEOPLE.contains(t.service()))
          && !isAnnotated(function, app)) {
        findings.report(ServiceLogs.of(function));
      }
    }
    for (FunctionHandler handler : app.handlers()) {
      if (Collections.disjoint(handler.services(), FROM_PEOPLE)) {
        continue;
      }
      for (EventLogging logging : EventLogging.in(handler.reach(), handler.values())) {
        findings.report(
            Problem.in(
                    handler,
                    logging.log().reached(),
                    "%s logs %s: data of people and tokens end up in the log"
                        .formatted(handler.name(), logging.what()))
                .as(logging.isForDebugging() ? NOTE : WARNING));
      }
      PowertoolsLogging.ofEvents(handler)
          .ifPresent(
              place ->
                  findings.report(
                      Problem.at(
                          place,
                          handler,
                          "%s logs every event: data of people and tokens end up in the log"
                              .formatted(handler.name()))));
    }
  }

  /** That its code says the same is enough to tell. */
  private static boolean isAnnotated(LambdaFunction function, Application app) {
    return app.handler(function).filter(h -> PowertoolsLogging.ofEvents(h).isPresent()).isPresent();
  }
}
