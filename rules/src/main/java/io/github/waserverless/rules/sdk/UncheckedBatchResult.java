package io.github.waserverless.rules.sdk;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.code.flow.Phase;
import io.github.waserverless.code.flow.ResultUse;
import io.github.waserverless.code.flow.SdkCall;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import java.util.Map;
import java.util.regex.Pattern;

/** Batch operations succeed although some of their entries fail: only the result tells. */
@RuleInfo(
    id = "WAS730",
    name = "batch-result-unchecked",
    title = "Batch operation whose failed entries nobody looks for",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = WARNING)
public final class UncheckedBatchResult implements Rule {

  /** The operations that report failed entries in their result, and what these entries are. */
  private static final Map<String, String> ENTRIES =
      Map.of(
          "events.putEvents", "events",
          "sqs.sendMessageBatch", "messages",
          "sqs.deleteMessageBatch", "messages",
          "sns.publishBatch", "messages",
          "kinesis.putRecords", "records",
          "firehose.putRecordBatch", "records",
          "dynamodb.batchWriteItem", "items",
          "dynamodb.batchGetItem", "keys",
          "s3.deleteObjects", "objects");

  private static final Pattern CHECK =
      Pattern.compile(
          "(get|has|is)?(failed\\w*|unprocessed\\w*|errors?|errorCode)", Pattern.CASE_INSENSITIVE);

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      ResultUse results = new ResultUse(handler.reach());
      for (SdkCall call : handler.sdkCalls()) {
        if (call.phase() == Phase.INVOKE
            && reportsFailures(call)
            && isUnchecked(call, results, handler)) {
          findings.report(Problem.in(handler, call.reached(), message(handler, call)));
        }
      }
    }
  }

  /** The first S3 client and the mappers' reads throw instead; paginators ask again themselves. */
  private static boolean reportsFailures(SdkCall call) {
    String operation = call.operation().toString();
    boolean throwing =
        operation.equals("s3.deleteObjects") && call.client().name().startsWith("com.amazonaws.");
    boolean asksAgain =
        operation.equals("dynamodb.batchGetItem")
            && (call.client().simpleName().matches(".*(Enhanced|Mapper).*")
                || call.reached().site().name().endsWith("Paginator"));
    return ENTRIES.containsKey(operation) && !throwing && !asksAgain;
  }

  private static boolean isUnchecked(SdkCall call, ResultUse results, FunctionHandler handler) {
    return results.isIgnored(call.reached())
        || (call.operation().toString().equals("dynamodb.batchGetItem") && !checks(handler));
  }

  private static boolean checks(FunctionHandler handler) {
    return handler
        .reach()
        .sites(CallSite.class)
        .anyMatch(r -> CHECK.matcher(r.site().name()).matches());
  }

  private static String message(FunctionHandler handler, SdkCall call) {
    String entries = ENTRIES.getOrDefault(call.operation().toString(), "entries");
    return "%s does not look at the result of %s: %s that AWS left out are lost without an error"
        .formatted(handler.name(), call.operation().name(), entries);
  }
}
