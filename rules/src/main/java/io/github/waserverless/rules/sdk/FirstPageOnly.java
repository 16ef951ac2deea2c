package io.github.waserverless.rules.sdk;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.code.flow.ResultUse;
import io.github.waserverless.code.flow.SdkCall;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What comes in pages is only all of it when the last page was asked for. */
@RuleInfo(
    id = "WAS734",
    name = "pagination-missing",
    title = "List of which only the first page is read",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = WARNING)
public final class FirstPageOnly implements Rule {

  /** Operations that answer in pages although nobody asked for it. */
  private static final Set<String> PAGED =
      Set.of(
          "s3.listObjectsV2",
          "s3.listObjects",
          "s3.listObjectVersions",
          "dynamodb.scan",
          "dynamodb.query",
          "dynamodb.listTables",
          "sqs.listQueues",
          "sns.listTopics",
          "sns.listSubscriptions",
          "sns.listSubscriptionsByTopic",
          "cognito-idp.listUsers",
          "cognito-idp.listUsersInGroup",
          "ssm.getParametersByPath",
          "ssm.describeParameters",
          "logs.describeLogStreams",
          "logs.describeLogGroups",
          "logs.filterLogEvents",
          "lambda.listFunctions",
          "lambda.listEventSourceMappings",
          "states.listExecutions",
          "states.listStateMachines",
          "secretsmanager.listSecrets",
          "iam.listUsers",
          "iam.listRoles",
          "cloudwatch.listMetrics",
          "cloudwatch.describeAlarms",
          "cloudformation.listStacks",
          "organizations.listAccounts",
          "kinesis.listStreams",
          "events.listRules");

  private static final Pattern TOKEN =
      Pattern.compile(
          "(get|is|has)?(isTruncated|Truncated|(next|pagination)(Page)?Token|lastEvaluatedKey"
              + "|next(Continuation|Upload|Key)?(Token|Marker)|exclusiveStartKey|nextMarker)",
          Pattern.CASE_INSENSITIVE);

  /** The caller wants one of them, or only asks whether there are any. */
  private static final Set<String> ONE =
      Set.of(
          "get",
          "getFirst",
          "findFirst",
          "findAny",
          "isEmpty",
          "hasItems",
          "hasContents",
          "anyMatch",
          "noneMatch",
          "contains");

  private static final List<String> LIMITS =
      List.of("limit", "maxKeys", "maxResults", "maxItems", "exclusiveStartKey", "nextToken");

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      ResultUse results = new ResultUse(handler.reach());
      for (SdkCall call : handler.sdkCalls()) {
        if (isPaged(call) && !asksForMore(handler) && isWanted(call, results, handler)) {
          findings.report(
              Problem.in(
                  handler,
                  call.reached(),
                  "%s reads only the first page of %s: what is on the others is missing without an error"
                      .formatted(handler.name(), call.operation().name())));
        }
      }
    }
  }

  /** High-level clients and paginators ask for the next page by themselves. */
  private static boolean isPaged(SdkCall call) {
    boolean highLevel =
        call.client().name().contains(".enhanced.")
            || call.client().simpleName().matches("DynamoDBMapper|Table|Index");
    return PAGED.contains(call.operation().toString())
        && !call.reached().site().name().endsWith("Paginator")
        && !highLevel
        && LIMITS.stream().allMatch(limit -> call.arguments(limit).isEmpty());
  }

  private static boolean asksForMore(FunctionHandler handler) {
    return handler
        .reach()
        .sites(CallSite.class)
        .anyMatch(r -> TOKEN.matcher(r.site().name()).matches());
  }

  private static boolean isWanted(SdkCall call, ResultUse results, FunctionHandler handler) {
    Set<String> accessors = results.accessors(call.reached());
    return call.isRequestKnown()
        && !accessors.isEmpty()
        && accessors.stream().noneMatch(ONE::contains)
        && !isOfOneItem(call, handler);
  }

  /** A query by the whole key finds one item at most. */
  private static boolean isOfOneItem(SdkCall call, FunctionHandler handler) {
    if (!call.operation().name().equals("query") || !call.arguments("indexName").isEmpty()) {
      return false;
    }
    boolean wholeKey =
        call.arguments("keyConditionExpression").stream()
            .flatMap(d -> d.constants().stream())
            .anyMatch(c -> c.matches("(?i)[^<>]*=[^<>]*\\band\\b[^<>]*=[^<>]*"));
    Set<Resource> tables = handler.resources(call);
    boolean onlyHash =
        !tables.isEmpty()
            && tables.stream().allMatch(t -> t.property("KeySchema").items().size() == 1);
    return wholeKey || onlyHash;
  }
}
