package io.github.waserverless.rules;

import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleSet;
import io.github.waserverless.rules.api.UnthrottledApi;
import io.github.waserverless.rules.dynamodb.FixedTableCapacity;
import io.github.waserverless.rules.events.IneffectiveDlq;
import io.github.waserverless.rules.events.MixedEventSources;
import io.github.waserverless.rules.events.UnpermittedTrigger;
import io.github.waserverless.rules.lambda.Arm64NotUsed;
import io.github.waserverless.rules.lambda.DefaultMemory;
import io.github.waserverless.rules.lambda.DefaultTimeout;
import io.github.waserverless.rules.lambda.DeprecatedRuntime;
import io.github.waserverless.rules.lambda.ExceededLimit;
import io.github.waserverless.rules.lambda.FixedConcurrency;
import io.github.waserverless.rules.lambda.InertSnapStart;
import io.github.waserverless.rules.lambda.LowJavaMemory;
import io.github.waserverless.rules.lambda.SnapStartOff;
import io.github.waserverless.rules.lambda.SuddenDeployment;
import io.github.waserverless.rules.lambda.TimeoutBeyondApi;
import io.github.waserverless.rules.lambda.UnsupportedSnapStart;
import io.github.waserverless.rules.lambda.UnversionedFunction;
import io.github.waserverless.rules.lambda.UnwatchedDeployment;
import io.github.waserverless.rules.messaging.AsyncWithoutFailureDestination;
import io.github.waserverless.rules.messaging.BatchWithoutPartialResponse;
import io.github.waserverless.rules.messaging.ClosedDlq;
import io.github.waserverless.rules.messaging.DlqAlarmOnWrongMetric;
import io.github.waserverless.rules.messaging.DlqWithoutAlarm;
import io.github.waserverless.rules.messaging.EndlessStreamRetry;
import io.github.waserverless.rules.messaging.LowReceiveCount;
import io.github.waserverless.rules.messaging.QueueWithoutDlq;
import io.github.waserverless.rules.messaging.RuleTargetWithoutDlq;
import io.github.waserverless.rules.messaging.ShortDlqRetention;
import io.github.waserverless.rules.messaging.ShortVisibilityTimeout;
import io.github.waserverless.rules.messaging.StreamWithoutFailureDestination;
import io.github.waserverless.rules.messaging.SubscriptionWithoutRedrive;
import io.github.waserverless.rules.messaging.UndividedStreamBatch;
import io.github.waserverless.rules.observability.ApiWithoutAccessLog;
import io.github.waserverless.rules.observability.DebugLogging;
import io.github.waserverless.rules.observability.LevelWithoutJson;
import io.github.waserverless.rules.observability.LogsWithoutRetention;
import io.github.waserverless.rules.observability.MissingAlarm;
import io.github.waserverless.rules.observability.SilentAlarm;
import io.github.waserverless.rules.observability.UnmanagedLogGroup;
import io.github.waserverless.rules.observability.UnstructuredAccessLog;
import io.github.waserverless.rules.observability.UntracedApi;
import io.github.waserverless.rules.observability.UntracedFunction;
import io.github.waserverless.rules.observability.UntracedGraphqlApi;
import io.github.waserverless.rules.orchestration.UnloggedStateMachine;
import io.github.waserverless.rules.orchestration.UntracedStateMachine;
import io.github.waserverless.rules.security.PublicPermission;
import io.github.waserverless.rules.security.SecretInEnvironment;
import io.github.waserverless.rules.security.UnboundPermission;
import io.github.waserverless.rules.security.WildcardAction;
import io.github.waserverless.rules.security.WildcardResource;
import java.util.List;

/** All built-in rules, in the order of their ids. */
public final class BuiltInRules implements RuleSet {

  private static final List<Rule> RULES =
      List.of(
          new ExceededLimit(),
          new UnpermittedTrigger(),
          new MixedEventSources(),
          new DefaultMemory(),
          new DefaultTimeout(),
          new TimeoutBeyondApi(),
          new LowJavaMemory(),
          new SnapStartOff(),
          new InertSnapStart(),
          new UnsupportedSnapStart(),
          new FixedConcurrency(),
          new UnthrottledApi(),
          new FixedTableCapacity(),
          new Arm64NotUsed(),
          new QueueWithoutDlq(),
          new DlqWithoutAlarm(),
          new DlqAlarmOnWrongMetric(),
          new ShortDlqRetention(),
          new LowReceiveCount(),
          new ShortVisibilityTimeout(),
          new AsyncWithoutFailureDestination(),
          new IneffectiveDlq(),
          new StreamWithoutFailureDestination(),
          new EndlessStreamRetry(),
          new UndividedStreamBatch(),
          new BatchWithoutPartialResponse(),
          new RuleTargetWithoutDlq(),
          new ClosedDlq(),
          new SubscriptionWithoutRedrive(),
          new WildcardAction(),
          new WildcardResource(),
          new PublicPermission(),
          new UnboundPermission(),
          new SecretInEnvironment(),
          new UntracedFunction(),
          new UntracedApi(),
          new UntracedStateMachine(),
          new UntracedGraphqlApi(),
          new UnmanagedLogGroup(),
          new LogsWithoutRetention(),
          new DebugLogging(),
          new LevelWithoutJson(),
          new ApiWithoutAccessLog(),
          new UnstructuredAccessLog(),
          new UnloggedStateMachine(),
          new MissingAlarm(),
          new SilentAlarm(),
          new UnversionedFunction(),
          new SuddenDeployment(),
          new UnwatchedDeployment(),
          new DeprecatedRuntime());

  @Override
  public List<Rule> rules() {
    return RULES;
  }
}
