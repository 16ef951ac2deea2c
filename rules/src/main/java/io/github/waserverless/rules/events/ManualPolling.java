package io.github.waserverless.rules.events;

import static io.github.waserverless.rule.Pillar.COST_OPTIMIZATION;
import static io.github.waserverless.rule.Principle.EVENTS_TRIGGER_TRANSACTIONS;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.DeadLetters;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.code.flow.SdkCall;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lambda polls queues and streams itself. */
@RuleInfo(
    id = "WAS602",
    name = "manual-queue-polling",
    title = "Function that polls a queue or stream itself",
    principles = EVENTS_TRIGGER_TRANSACTIONS,
    pillar = COST_OPTIMIZATION,
    severity = WARNING)
public final class ManualPolling implements Rule {

  private static final Pattern REDRIVE =
      Pattern.compile("(?i)redrive|replay|re-?process|dlq|dead.?letter|drain|purge");

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      // the schedule is the cause there, which is told once
      if (isRedrive(handler) || PolledWork.isScheduledOften(handler)) {
        continue;
      }
      for (SdkCall call : handler.sdkCalls()) {
        Set<Resource> sources = handler.resources(call);
        if (isPoll(call) && !mayTakeFailures(call, sources, app)) {
          findings.report(problem(handler, call, sources));
        }
      }
    }
  }

  static boolean isPoll(SdkCall call) {
    return call.is("sqs", "receiveMessage")
        || call.is("kinesis", "getRecords")
        || call.is("dynamodb", "getRecords");
  }

  /** Tools that send failed messages again have to fetch them. */
  private static boolean isRedrive(FunctionHandler handler) {
    return REDRIVE.matcher(handler.name()).find()
        || handler.type().filter(t -> REDRIVE.matcher(t.simpleName()).find()).isPresent();
  }

  private static boolean mayTakeFailures(SdkCall call, Set<Resource> sources, Application app) {
    return sources.stream()
            .anyMatch(q -> app.deadLetters().contains(q) || DeadLetters.isNamedLikeOne(q))
        || call.resources().stream()
            .flatMap(d -> d.environmentVariables().stream())
            .anyMatch(name -> REDRIVE.matcher(name).find());
  }

  private static Problem problem(FunctionHandler handler, SdkCall call, Set<Resource> sources) {
    String from = sources.stream().map(Resource::name).collect(Collectors.joining(" or "));
    boolean queue = call.is("sqs");
    boolean briefly = queue && isShort(call);
    Problem problem =
        Problem.in(
            handler,
            call.reached(),
            "%s %s%s itself%s: an event source mapping would poll for it, scale and retry"
                .formatted(
                    handler.name(),
                    queue ? "receives messages" : "reads records",
                    from.isEmpty() ? "" : " of " + from,
                    briefly ? " without waiting for any" : ""));
    for (Resource source : sources) {
      problem = problem.with(source, "which it polls");
    }
    return problem;
  }

  /** Whether it asks without waiting, which costs a request each time. */
  private static boolean isShort(SdkCall call) {
    return call.argument("waitTimeSeconds").isEmpty();
  }
}
