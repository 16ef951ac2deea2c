package io.github.waserverless.rules;

import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleSet;
import io.github.waserverless.rules.api.AnyOrigin;
import io.github.waserverless.rules.api.ApiWithoutAuthorizer;
import io.github.waserverless.rules.api.RateBeyondConcurrency;
import io.github.waserverless.rules.api.UnencryptedCache;
import io.github.waserverless.rules.api.UnthrottledApi;
import io.github.waserverless.rules.api.UnvalidatedRequests;
import io.github.waserverless.rules.api.WeakTls;
import io.github.waserverless.rules.dynamodb.FixedTableCapacity;
import io.github.waserverless.rules.dynamodb.TableWithoutRecovery;
import io.github.waserverless.rules.events.IneffectiveDlq;
import io.github.waserverless.rules.events.MixedEventSources;
import io.github.waserverless.rules.events.UnpermittedTrigger;
import io.github.waserverless.rules.lambda.DefaultMemory;
import io.github.waserverless.rules.lambda.DefaultTimeout;
import io.github.waserverless.rules.lambda.DeprecatedRuntime;
import io.github.waserverless.rules.lambda.ExceededLimit;
import io.github.waserverless.rules.lambda.TimeoutBeyondApi;
import io.github.waserverless.rules.messaging.AsyncWithoutFailureDestination;
import io.github.waserverless.rules.messaging.BatchWithoutPartialResponse;
import io.github.waserverless.rules.messaging.ClosedDlq;
import io.github.waserverless.rules.messaging.DlqAlarmOnWrongMetric;
import io.github.waserverless.rules.messaging.DlqWithoutAlarm;
import io.github.waserverless.rules.messaging.DlqWithoutRolePermission;
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
import io.github.waserverless.rules.observability.LogsWithoutRetention;
import io.github.waserverless.rules.observability.UnmanagedLogGroup;
import io.github.waserverless.rules.observability.UnstructuredAccessLog;
import io.github.waserverless.rules.observability.UntracedApi;
import io.github.waserverless.rules.observability.UntracedFunction;
import io.github.waserverless.rules.observability.UntracedGraphqlApi;
import io.github.waserverless.rules.orchestration.FunctionMayInvokeFunction;
import io.github.waserverless.rules.orchestration.UnloggedStateMachine;
import io.github.waserverless.rules.orchestration.UntracedStateMachine;
import io.github.waserverless.rules.security.BroadManagedPolicy;
import io.github.waserverless.rules.security.OpenFunctionUrl;
import io.github.waserverless.rules.security.OpenResourcePolicy;
import io.github.waserverless.rules.security.PrivilegeEscalation;
import io.github.waserverless.rules.security.PublicPermission;
import io.github.waserverless.rules.security.SecretInEnvironment;
import io.github.waserverless.rules.security.SecretInTemplate;
import io.github.waserverless.rules.security.SharedRole;
import io.github.waserverless.rules.security.UnboundPermission;
import io.github.waserverless.rules.security.WildcardAction;
import io.github.waserverless.rules.security.WildcardResource;
import io.github.waserverless.rules.storage.DataWithoutDeletionPolicy;
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
          new UnthrottledApi(),
          new FixedTableCapacity(),
          new RateBeyondConcurrency(),
          new SharedRole(),
          new FunctionMayInvokeFunction(),
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
          new DlqWithoutRolePermission(),
          new SubscriptionWithoutRedrive(),
          new TableWithoutRecovery(),
          new DataWithoutDeletionPolicy(),
          new WildcardAction(),
          new WildcardResource(),
          new BroadManagedPolicy(),
          new PrivilegeEscalation(),
          new PublicPermission(),
          new UnboundPermission(),
          new OpenFunctionUrl(),
          new AnyOrigin(),
          new ApiWithoutAuthorizer(),
          new UnvalidatedRequests(),
          new WeakTls(),
          new UnencryptedCache(),
          new SecretInEnvironment(),
          new SecretInTemplate(),
          new OpenResourcePolicy(),
          new UntracedFunction(),
          new UntracedApi(),
          new UntracedStateMachine(),
          new UntracedGraphqlApi(),
          new UnmanagedLogGroup(),
          new LogsWithoutRetention(),
          new ApiWithoutAccessLog(),
          new UnstructuredAccessLog(),
          new UnloggedStateMachine(),
          new DeprecatedRuntime());

  @Override
  public List<Rule> rules() {
    return RULES;
  }
}
