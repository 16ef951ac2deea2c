package io.github.waserverless.rules.messaging;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.ERROR;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.EventSourceMapping;
import io.github.waserverless.app.Service;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.RuleOption;
import io.github.waserverless.template.Possible;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.List;

/** A throttled function should not send good messages to the dead-letter queue. */
@RuleInfo(
    id = "WAS706",
    name = "max-receive-count-too-low",
    title = "Messages given up on too early",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = WARNING,
    options =
        @RuleOption(
            name = LowReceiveCount.LEAST_RECEIVES,
            value = 5,
            least = 2,
            description = "a smaller maxReceiveCount is too low"))
public final class LowReceiveCount implements Rule {

  static final String LEAST_RECEIVES = "least-receives";

  private static final double ACCEPTABLE = 3;
  private static final double DEFAULT_BATCH_SIZE = 10;

  @Override
  public void check(Application app, Findings findings) {
    for (Resource queue : app.resources("AWS::SQS::Queue")) {
      List<EventSourceMapping> consumers = app.triggers().polling(Service.SQS, queue);
      if (!consumers.isEmpty()) {
        report(queue, consumers, option(app, LEAST_RECEIVES), findings);
      }
    }
  }

  private static void report(
      Resource queue, List<EventSourceMapping> consumers, double enough, Findings findings) {
    Setting setting = queue.property("RedrivePolicy").document().get("maxReceiveCount");
    Possible<Double> count = setting.number(enough);
    Truth once = count.is(n -> n <= 1).and(takesGoodMessagesAlong(consumers));
    String received =
        count
            .certain()
            .map(n -> n <= 1 ? "once" : (long) (double) n + " times")
            .orElse("few times");
    String message =
        once.canHold()
            ? "%s gives up on a message received %s: one bad message takes its whole batch along"
            : "%s gives up on a message received %s: throttling alone can send good ones away";
    Problem problem = Problem.at(setting.place(), queue, message.formatted(queue.name(), received));
    Truth few = count.is(n -> n < Math.min(ACCEPTABLE, enough));
    if (once.canHold()) {
      findings.report(problem.when(once).as(ERROR));
    } else if (few.canHold()) {
      findings.report(problem.when(few).as(WARNING));
    } else {
      findings.report(problem.when(count.is(n -> n < enough)).as(NOTE));
    }
  }

  private static Truth takesGoodMessagesAlong(List<EventSourceMapping> consumers) {
    return consumers.stream()
        .map(
            mapping ->
                mapping
                    .option("BatchSize")
                    .number(DEFAULT_BATCH_SIZE)
                    .is(size -> size > 1)
                    .and(mapping.reportsBatchItemFailures().not()))
        .reduce(Truth.NO, Truth::or);
  }
}
