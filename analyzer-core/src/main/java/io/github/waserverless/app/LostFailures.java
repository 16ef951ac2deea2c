package io.github.waserverless.app;

import io.github.waserverless.app.BatchResponse.Kind;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.flow.CatchBlock;
import io.github.waserverless.code.flow.CatchBlock.Outcome;
import io.github.waserverless.code.flow.Reached;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.flow.Surroundings;
import io.github.waserverless.code.program.SourceMethod;
import java.util.List;
import java.util.regex.Pattern;

/** Failures of a handler's work that nobody learns of but a log. */
final class LostFailures {

  /** Exceptions that stand for whatever may fail, not for a case that is expected. */
  private static final Pattern BROAD =
      Pattern.compile(
          "(java\\.lang\\.)?(Exception|Throwable|RuntimeException)"
              + "|java\\.io\\.(Unchecked)?IOException|java\\.sql\\.SQLException"
              + "|java\\.util\\.concurrent\\.(Execution|Completion)Exception"
              + "|software\\.amazon\\.awssdk\\.(core|awscore)\\.exception\\.\\w+"
              + "|com\\.amazonaws\\.(Sdk|Amazon)\\w*Exception"
              + "|(software\\.amazon\\.awssdk|com\\.amazonaws)\\.services\\.\\w+\\.model\\."
              + "(Amazon|AWS)?(DynamoD[bB]|S3|S[qQ][sS]|S[nN][sS]|EventBridge|Lambda|Sfn"
              + "|StepFunctions|Kinesis|Firehose|SesV?2?|SecretsManager|Ssm|Kms|CloudWatch)Exception");

  /** Work that may fail without harm to what the record is about. */
  private static final Pattern ASIDE =
      Pattern.compile(
          "^(log|metric|audit|cache|notif|alert|trace|track|telemetry|warm)"
              + "|Metric|Audit|Cache|Notif|Alert|Trace|Track|Telemetry|Statsd|WarmUp");

  private static final Pattern CLEANUP =
      Pattern.compile("(?i)(close|shutdown|flush|sleep|await|cleanup|delete(IfExists)?|join)\\w*");

  private final FunctionHandler handler;

  LostFailures(FunctionHandler handler) {
    this.handler = handler;
  }

  List<CatchBlock> find() {
    return handler.reach().catches().stream().filter(this::isLost).toList();
  }

  private boolean isLost(CatchBlock caught) {
    return caught.outcome() != Outcome.HANDLED
        && (caught.isOfParsing() || caught.types().stream().anyMatch(LostFailures::isBroad))
        && caught.work().stream().anyMatch(LostFailures::matters)
        && !isAside(caught.reached().step().method())
        && !caught.mayTryAgain()
        && isUnseen(caught);
  }

  private static boolean isBroad(TypeName type) {
    return BROAD.matcher(type.name()).matches();
  }

  private static boolean matters(Reached<CallSite> work) {
    CallSite call = work.site();
    return !CLEANUP.matcher(call.name()).matches()
        && !ASIDE.matcher(call.name()).find()
        && !ASIDE.matcher(call.receiver().simpleName()).find();
  }

  private static boolean isAside(SourceMethod method) {
    return ASIDE.matcher(method.name()).find()
        || CLEANUP.matcher(method.name()).matches()
        || ASIDE.matcher(method.owner().simpleName()).find();
  }

  /** Whether what the method returns does not tell its caller either. */
  private boolean isUnseen(CatchBlock caught) {
    SourceMethod method = caught.reached().step().method();
    boolean returned = caught.outcome() == Outcome.RETURNED;
    if (caught.reached().site().around().inside(Surroundings.InLambda.class)) {
      return !returned;
    }
    if (handler.entry().filter(e -> e.method() == method).isPresent()) {
      Kind answer = handler.batchResponse().kind();
      return !returned || (answer != Kind.ITEM_FAILURES && answer != Kind.UNKNOWN);
    }
    return method.declaration().returnType().name().equals("void") || isDiscarded(caught);
  }

  private boolean isDiscarded(CatchBlock caught) {
    return caught.reached().steps().stream()
        .flatMap(step -> step.callers().stream())
        .allMatch(
            c ->
                c.expression()
                    .flatMap(e -> handler.reach().body(c.step()).site(e, CallSite.class))
                    .filter(CallSite::discarded)
                    .isPresent());
  }
}
