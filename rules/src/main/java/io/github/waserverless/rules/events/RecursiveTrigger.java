package io.github.waserverless.rules.events;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Principle.EVENTS_TRIGGER_TRANSACTIONS;
import static io.github.waserverless.rule.Severity.ERROR;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.Feedback;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.app.ObjectNotification;
import io.github.waserverless.app.ResourceGrant;
import io.github.waserverless.app.Service;
import io.github.waserverless.app.Trigger;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Truth;

/** What a function writes to its own trigger starts it again. */
@RuleInfo(
    id = "WAS603",
    name = "recursive-trigger",
    title = "Function that feeds its own trigger",
    principles = {EVENTS_TRIGGER_TRANSACTIONS, DESIGN_FOR_FAILURES},
    pillar = RELIABILITY,
    severity = ERROR)
public final class RecursiveTrigger implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      for (Feedback feedback : handler.feedbacks()) {
        boolean filtered = feedback.trigger().service() == Service.DYNAMODB && feedback.guarded();
        if (!filtered) {
          findings.report(ofCode(handler, feedback));
        }
      }
    }
    for (LambdaFunction function : app.functions()) {
      if (app.handler(function).flatMap(FunctionHandler::entry).isEmpty()) {
        ofTemplate(function, app, findings);
      }
    }
  }

  private static Problem ofCode(FunctionHandler handler, Feedback feedback) {
    boolean allowed = isAllowed(handler);
    boolean endless = !feedback.guarded() && !allowed && isCertain(feedback);
    String source = feedback.source().map(Resource::name).orElse("the default bus");
    String consequence =
        allowed
            ? "Lambda's loop detection is switched off for it"
            : feedback.guarded()
                ? "only its code can end the loop"
                : "each run leads to the next one";
    return Problem.in(
            handler,
            feedback.write().reached(),
            "%s writes to %s, which triggers it: %s".formatted(handler.name(), source, consequence))
        .with(feedback.trigger().declaredBy(), "which triggers " + handler.name())
        .when(feedback.loops())
        .as(endless ? ERROR : WARNING);
  }

  private static boolean isAllowed(FunctionHandler handler) {
    return handler
        .function()
        .filter(f -> f.property("RecursiveLoop").is("Allow").canHold())
        .isPresent();
  }

  /** Writes to a table often change nothing, and what is gone cannot be removed again. */
  private static boolean isCertain(Feedback feedback) {
    return feedback.trigger().service() != Service.DYNAMODB
        && !feedback.write().is("s3", "deleteObject");
  }

  private static void ofTemplate(LambdaFunction function, Application app, Findings findings) {
    for (Trigger trigger : function.triggers()) {
      for (Resource source : app.triggers().sources(trigger)) {
        if (trigger.service() == Service.S3) {
          Truth everyKey =
              ObjectNotification.of(source, function, app).stream()
                  .map(n -> n.tells("ObjectCreated:Put").and(n.takesEveryKey()))
                  .reduce(Truth.NO, Truth::or);
          for (ResourceGrant grant : ResourceGrant.of(function, "s3:PutObject", source, app)) {
            findings.report(
                ofGrant(function, source, trigger, grant).when(everyKey.and(grant.truth())));
          }
        } else if (trigger.service() == Service.SQS) {
          for (ResourceGrant grant : ResourceGrant.of(function, "sqs:SendMessage", source, app)) {
            findings.report(ofGrant(function, source, trigger, grant).when(grant.truth()).as(NOTE));
          }
        }
      }
    }
  }

  private static Problem ofGrant(
      LambdaFunction function, Resource source, Trigger trigger, ResourceGrant grant) {
    return Problem.at(
            grant.named().place(),
            function.resource(),
            "%s may write to %s, and everything there triggers it: one run may lead to the next one"
                .formatted(function.name(), source.name()))
        .with(trigger.declaredBy(), "which triggers " + function.name())
        .as(WARNING);
  }
}
