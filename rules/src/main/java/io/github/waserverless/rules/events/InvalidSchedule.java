package io.github.waserverless.rules.events;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.EVENTS_TRIGGER_TRANSACTIONS;
import static io.github.waserverless.rule.Severity.ERROR;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.ScheduleExpression;
import io.github.waserverless.app.ScheduleExpression.Reader;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;

/** EventBridge refuses a schedule that it cannot read. */
@RuleInfo(
    id = "WAS016",
    name = "schedule-expression-invalid",
    title = "Schedule that EventBridge cannot read",
    principles = EVENTS_TRIGGER_TRANSACTIONS,
    pillar = RELIABILITY,
    severity = ERROR)
public final class InvalidSchedule implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    app.resources("AWS::Events::Rule").forEach(rule -> check(rule, Reader.RULE, findings));
    app.resources("AWS::Scheduler::Schedule")
        .forEach(schedule -> check(schedule, Reader.SCHEDULER, findings));
  }

  private static void check(Resource resource, Reader reader, Findings findings) {
    Setting setting = resource.property("ScheduleExpression");
    setting.text().values().stream()
        .filter(text -> ScheduleExpression.flaw(text, reader).isPresent())
        .findFirst()
        .ifPresent(
            text ->
                findings.report(
                    Problem.at(
                            setting.place(),
                            resource,
                            "%s has the schedule %s, %s: the deployment fails"
                                .formatted(
                                    resource.name(),
                                    text,
                                    ScheduleExpression.flaw(text, reader).orElse("")))
                        .when(setting.is(t -> ScheduleExpression.flaw(t, reader).isPresent()))));
  }
}
