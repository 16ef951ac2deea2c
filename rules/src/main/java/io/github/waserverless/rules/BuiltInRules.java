package io.github.waserverless.rules;

import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleSet;
import io.github.waserverless.rules.lambda.DefaultMemory;
import io.github.waserverless.rules.lambda.DefaultTimeout;
import io.github.waserverless.rules.lambda.DeprecatedRuntime;
import io.github.waserverless.rules.lambda.ExceededLimit;
import io.github.waserverless.rules.lambda.TimeoutBeyondApi;
import io.github.waserverless.rules.messaging.AsyncWithoutFailureDestination;
import io.github.waserverless.rules.messaging.BatchWithoutPartialResponse;
import io.github.waserverless.rules.messaging.ClosedDlq;
import io.github.waserverless.rules.messaging.EndlessStreamRetry;
import io.github.waserverless.rules.messaging.LowReceiveCount;
import io.github.waserverless.rules.messaging.QueueWithoutDlq;
import io.github.waserverless.rules.messaging.RuleTargetWithoutDlq;
import io.github.waserverless.rules.messaging.ShortVisibilityTimeout;
import io.github.waserverless.rules.messaging.StreamWithoutFailureDestination;
import io.github.waserverless.rules.messaging.SubscriptionWithoutRedrive;
import io.github.waserverless.rules.messaging.UndividedStreamBatch;
import io.github.waserverless.rules.observability.LogsWithoutRetention;
import io.github.waserverless.rules.observability.UnmanagedLogGroup;
import io.github.waserverless.rules.observability.UntracedFunction;
import io.github.waserverless.rules.security.SecretInEnvironment;
import java.util.List;

/** All built-in rules, in the order of their ids. */
public final class BuiltInRules implements RuleSet {

  @Override
  public List<Rule> rules() {
    return List.of(
        new ExceededLimit(),
        new DefaultMemory(),
        new DefaultTimeout(),
        new TimeoutBeyondApi(),
        new QueueWithoutDlq(),
        new LowReceiveCount(),
        new ShortVisibilityTimeout(),
        new AsyncWithoutFailureDestination(),
        new StreamWithoutFailureDestination(),
        new EndlessStreamRetry(),
        new UndividedStreamBatch(),
        new BatchWithoutPartialResponse(),
        new RuleTargetWithoutDlq(),
        new ClosedDlq(),
        new SubscriptionWithoutRedrive(),
        new SecretInEnvironment(),
        new UntracedFunction(),
        new UnmanagedLogGroup(),
        new LogsWithoutRetention(),
        new DeprecatedRuntime());
  }
}
