package io.github.waserverless.rules.events;

import static io.github.waserverless.rule.Pillar.COST_OPTIMIZATION;
import static io.github.waserverless.rule.Principle.EVENTS_TRIGGER_TRANSACTIONS;
import static io.github.waserverless.rule.Severity.NOTE;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.EventPattern;
import io.github.waserverless.app.RuleState;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import java.util.List;
import java.util.Set;

/** A rule that takes every event of its bus pays for all that others will ever send there. */
@RuleInfo(
    id = "WAS606",
    name = "event-pattern-too-broad",
    title = "Rule that takes every event of its bus",
    principles = EVENTS_TRIGGER_TRANSACTIONS,
    pillar = COST_OPTIMIZATION,
    severity = NOTE)
public final class CatchAllPattern implements Rule {

  private static final Set<String> RUN_FOR_EACH =
      Set.of("AWS::Lambda::Function", "AWS::Lambda::Alias", "AWS::StepFunctions::StateMachine");

  @Override
  public void check(Application app, Findings findings) {
    for (Resource rule : app.resources("AWS::Events::Rule")) {
      List<Resource> targets =
          rule.property("Targets").items().stream()
              .flatMap(target -> app.targets(target.get("Arn")).stream())
              .filter(target -> RUN_FOR_EACH.contains(target.type()))
              .toList();
      if (!targets.isEmpty() && !RuleState.disabled(rule).alwaysHolds()) {
        report(rule, targets.get(0), findings);
      }
    }
  }

  private static void report(Resource rule, Resource target, Findings findings) {
    String who = rule.name().equals(target.name()) ? "it" : target.name();
    findings.report(
        Problem.at(
                rule.property("EventPattern").place(),
                rule,
                "%s takes every event of its bus: %s runs for whatever anybody sends there"
                    .formatted(rule.name(), who))
            .when(EventPattern.of(rule).takesEveryKind()));
  }
}
