package io.github.waserverless.rules.observability;

import static io.github.waserverless.rule.Pillar.OPERATIONAL_EXCELLENCE;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.AlarmReaders;
import io.github.waserverless.app.Application;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.source.Location;
import io.github.waserverless.template.Origin;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An alarm that tells nobody is a graph. */
@RuleInfo(
    id = "WAS919",
    name = "alarm-without-action",
    title = "Alarm that tells nobody",
    principles = DESIGN_FOR_FAILURES,
    pillar = OPERATIONAL_EXCELLENCE,
    severity = WARNING)
public final class SilentAlarm implements Rule {

  private static final List<String> ACTIONS =
      List.of("AlarmActions", "OKActions", "InsufficientDataActions");

  @Override
  public void check(Application app, Findings findings) {
    AlarmReaders readers = new AlarmReaders(app);
    Stream.of("AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm")
        .flatMap(type -> app.resources(type).stream())
        .filter(alarm -> !readers.read(alarm))
        .forEach(alarm -> check(alarm, findings));
  }

  private static void check(Resource alarm, Findings findings) {
    Setting enabled = alarm.property("ActionsEnabled");
    Truth off = enabled.is(text -> text.equalsIgnoreCase("false"));
    if (ACTIONS.stream().allMatch(action -> isEmpty(alarm.property(action)))) {
      report(alarm, alarm.location(), "no action", findings);
    } else if (off.alwaysHolds() && off.origin() == Origin.WRITTEN) {
      report(alarm, enabled.place(), "its actions switched off", findings);
    }
  }

  /** Actions that only some stages have were thought of. */
  private static boolean isEmpty(Setting actions) {
    return actions.anyItem(Setting::present).neverHolds();
  }

  private static void report(Resource alarm, Location place, String what, Findings findings) {
    String fact = what + ": nobody is told when something is wrong";
    findings.report(
        Problem.at(place, alarm, "%s has %s".formatted(alarm.name(), fact))
            .grouped(
                new Grouping("alarms", "have " + fact.replace("its", "their"), Optional.empty())));
  }
}
