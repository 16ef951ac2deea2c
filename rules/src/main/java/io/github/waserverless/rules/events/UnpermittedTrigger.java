package io.github.waserverless.rules.events;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.EVENTS_TRIGGER_TRANSACTIONS;
import static io.github.waserverless.rule.Severity.ERROR;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.app.Trigger;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Truth;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What pushes events to a function needs its permission. */
@RuleInfo(
    id = "WAS012",
    name = "trigger-without-permission",
    title = "Trigger that may not invoke its function",
    principles = EVENTS_TRIGGER_TRANSACTIONS,
    pillar = RELIABILITY,
    severity = ERROR)
public final class UnpermittedTrigger implements Rule {

  /** The property that names a role to invoke with, by the type of what pushes. */
  private static final Map<String, String[]> CREDENTIALS =
      Map.of(
          "AWS::Events::Rule", new String[0],
          "AWS::SNS::Subscription", new String[0],
          "AWS::SNS::Topic", new String[0],
          "AWS::S3::Bucket", new String[0],
          "AWS::Logs::SubscriptionFilter", new String[] {"RoleArn"},
          "AWS::IoT::TopicRule", new String[0],
          "AWS::ApiGateway::Method", new String[] {"Integration", "Credentials"},
          "AWS::ApiGatewayV2::Integration", new String[] {"CredentialsArn"});

  @Override
  public void check(Application app, Findings findings) {
    for (LambdaFunction function : app.allFunctions()) {
      Set<Resource> reported = new HashSet<>();
      for (Trigger trigger : function.triggers()) {
        Resource source = trigger.declaredBy();
        if (trigger.evident()
            && source.declared()
            && CREDENTIALS.containsKey(source.type())
            && reported.add(source)) {
          report(trigger, function, app, findings);
        }
      }
    }
  }

  private static void report(
      Trigger trigger, LambdaFunction function, Application app, Findings findings) {
    Resource source = trigger.declaredBy();
    boolean onAlias = !trigger.target().equals(function.resource());
    findings.report(
        Problem.at(
                trigger.place(),
                source,
                "%s pushes events to %s, but no permission on %s lets %s in: they are refused"
                    .formatted(
                        source.name(),
                        function.name(),
                        onAlias ? "that alias" : "it",
                        trigger.service().inWords()))
            .when(
                app.lacks(source, app.invokePermissions().permitting(trigger))
                    .and(withoutRole(trigger)))
            .with(function.resource(), "the function"));
  }

  /** A service that takes on a role needs no permission. */
  private static Truth withoutRole(Trigger trigger) {
    Resource source = trigger.declaredBy();
    if (source.type().equals("AWS::Events::Rule")) {
      return source.property("Targets").items().stream()
          .filter(target -> target.get("Arn").place().equals(trigger.place()))
          .map(target -> target.get("RoleArn").absent())
          .reduce(Truth.YES, Truth::and);
    }
    String[] role = CREDENTIALS.getOrDefault(source.type(), new String[0]);
    return role.length == 0 ? Truth.YES : source.property(role).absent();
  }
}
