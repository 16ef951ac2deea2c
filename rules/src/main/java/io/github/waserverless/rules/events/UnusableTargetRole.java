package io.github.waserverless.rules.events;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.EVENTS_TRIGGER_TRANSACTIONS;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.IdentityPolicy;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import java.util.List;
import java.util.Map;

/** A rule's role takes the place of the target's own policy, and must allow what that would. */
@RuleInfo(
    id = "WAS014",
    name = "rule-target-role-on-resource-policy-target",
    title = "Rule target with a role that does not let it in",
    principles = EVENTS_TRIGGER_TRANSACTIONS,
    pillar = RELIABILITY,
    severity = WARNING)
public final class UnusableTargetRole implements Rule {

  private static final Map<String, String> ACTIONS =
      Map.of(
          "AWS::Lambda::Function", "lambda:InvokeFunction",
          "AWS::Lambda::Alias", "lambda:InvokeFunction",
          "AWS::SNS::Topic", "sns:Publish",
          "AWS::SQS::Queue", "sqs:SendMessage");

  @Override
  public void check(Application app, Findings findings) {
    for (Resource rule : app.resources("AWS::Events::Rule")) {
      for (Setting target : rule.property("Targets").items()) {
        Setting role = target.get("RoleArn");
        if (role.present().canHold()) {
          app.targets(target.get("Arn"))
              .forEach(resource -> check(rule, role, resource, app, findings));
        }
      }
    }
  }

  private static void check(
      Resource rule, Setting role, Resource target, Application app, Findings findings) {
    if (target.type().equals("AWS::Logs::LogGroup")) {
      findings.report(
          problem(
              rule,
              role,
              "%s names a role for the log group %s, which lets services in by policy only: events may be lost"
                  .formatted(rule.name(), target.name())));
      return;
    }
    String action = ACTIONS.getOrDefault(target.type(), "");
    List<Resource> roles = app.targets(role, "AWS::IAM::Role");
    if (!action.isEmpty()
        && !roles.isEmpty()
        && roles.stream().noneMatch(r -> IdentityPolicy.mayAllow(r, action, app))) {
      findings.report(
          problem(
                  rule,
                  role,
                  "%s sends to %s by the role %s, which is not allowed %s: its events are refused"
                      .formatted(rule.name(), target.name(), roles.get(0).name(), action))
              .with(roles.get(0), "the role"));
    }
  }

  private static Problem problem(Resource rule, Setting role, String message) {
    return Problem.at(rule.declared() ? role.place() : rule.location(), rule, message)
        .when(role.present());
  }
}
