package io.github.waserverless.rules.events;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.EVENTS_TRIGGER_TRANSACTIONS;
import static io.github.waserverless.rule.Severity.ERROR;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.Arn;
import io.github.waserverless.app.InvokePermission;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A permission or subscription whose parts do not fit together lets nobody in. */
@RuleInfo(
    id = "WAS013",
    name = "permission-malformed",
    title = "Permission whose parts do not fit together",
    principles = EVENTS_TRIGGER_TRANSACTIONS,
    pillar = RELIABILITY,
    severity = ERROR)
public final class MalformedPermission implements Rule {

  private static final Pattern LETS_IN =
      Pattern.compile("lambda:(invokefunction|invokefunctionurl|get.*|list.*)");
  private static final Set<String> EVERYTHING = Set.of("lambda:*", "*");

  /** The protocols whose endpoint is an ARN, with its service. */
  private static final Map<String, String> ENDPOINTS =
      Map.of("sqs", "sqs", "lambda", "lambda", "firehose", "firehose");

  @Override
  public void check(Application app, Findings findings) {
    for (Resource permission : app.resources("AWS::Lambda::Permission")) {
      if (permission.declared()) {
        InvokePermission statement = new InvokePermission(permission);
        checkAction(statement, findings);
        checkSource(statement, app, findings);
        checkUrl(statement, findings);
      }
    }
    for (Resource subscription : app.resources("AWS::SNS::Subscription")) {
      checkEndpoint(subscription, subscription.property(), app, findings);
    }
    for (Resource topic : app.resources("AWS::SNS::Topic")) {
      for (Setting subscription : topic.property("Subscription").items()) {
        checkEndpoint(topic, subscription, app, findings);
      }
    }
  }

  /** What other accounts may be granted is up to them; a service only invokes. */
  private static void checkAction(InvokePermission permission, Findings findings) {
    Setting action = permission.action();
    String granted = action.renderings().stream().findFirst().orElse("nothing");
    String service = permission.service().orElse("");
    if (service.isEmpty()) {
      return;
    }
    Truth everything = action.is(EVERYTHING::contains);
    findings.report(
        at(action, permission, "grants %s to %s, which only invokes", granted, service)
            .when(everything)
            .as(WARNING));
    findings.report(
        at(action, permission, "grants %s, which lets %s invoke nothing", granted, service)
            .when(everything.not().and(action.is(MalformedPermission::isOther))));
  }

  private static boolean isOther(String action) {
    return !LETS_IN.matcher(action.toLowerCase(Locale.ROOT)).matches();
  }

  private static void checkSource(InvokePermission permission, Application app, Findings findings) {
    Setting source = permission.sourceArn();
    String service = permission.service().orElse("");
    Optional<String> foreign = permission.foreignSource(app);
    if (foreign.isPresent()) {
      findings.report(
          at(
                  source,
                  permission,
                  "lets %s in for a source of %s, for which it never acts: nobody is let in",
                  service,
                  foreign.get())
              .when(source.present()));
    } else if (service.startsWith("s3.") && Arn.service(source, app).isPresent()) {
      findings.report(
          at(
                  source,
                  permission,
                  "names a bucket but no account: whoever owns a bucket of this name next is let"
                      + " in")
              .when(source.present().and(permission.resource().property("SourceAccount").absent()))
              .as(WARNING));
    }
  }

  private static void checkUrl(InvokePermission permission, Findings findings) {
    Setting auth = permission.resource().property("FunctionUrlAuthType");
    Truth invokes = permission.action().is("lambda:InvokeFunction"::equalsIgnoreCase);
    findings.report(
        at(
                auth,
                permission,
                "sets FunctionUrlAuthType, which goes with lambda:InvokeFunctionUrl only: the"
                    + " deployment fails")
            .when(auth.present().and(invokes)));
  }

  private static void checkEndpoint(
      Resource resource, Setting subscription, Application app, Findings findings) {
    Setting endpoint = subscription.get("Endpoint");
    String service = Arn.service(endpoint, app).orElse("");
    Truth other =
        subscription
            .get("Protocol")
            .is(protocol -> !service.equals(ENDPOINTS.getOrDefault(protocol, "")));
    if (ENDPOINTS.containsValue(service)) {
      String protocol =
          subscription.get("Protocol").text().values().stream().findFirst().orElse("");
      findings.report(
          Problem.at(
                  resource.declared() ? endpoint.place() : resource.location(),
                  resource,
                  "%s delivers to an endpoint of %s by the protocol %s: SNS refuses the subscription"
                      .formatted(resource.name(), service, protocol))
              .when(other));
    }
  }

  @SuppressWarnings("AnnotateFormatMethod") // its callers are in this file
  private static Problem at(
      Setting setting, InvokePermission permission, String fact, Object... values) {
    return Problem.at(
        setting.place(),
        permission.resource(),
        permission.resource().name() + " " + fact.formatted(values));
  }
}
