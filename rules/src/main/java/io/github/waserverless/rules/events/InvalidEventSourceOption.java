package io.github.waserverless.rules.events;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Principle.EVENTS_TRIGGER_TRANSACTIONS;
import static io.github.waserverless.rule.Severity.ERROR;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.EventSourceMapping;
import io.github.waserverless.app.EventSourceOptions;
import io.github.waserverless.app.Service;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.source.Location;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.List;
import java.util.stream.Collectors;

/** Lambda refuses an event source mapping whose options do not go with what it polls. */
@RuleInfo(
    id = "WAS011",
    name = "event-source-option-invalid",
    title = "Event source option that Lambda refuses",
    principles = {EVENTS_TRIGGER_TRANSACTIONS, DESIGN_FOR_FAILURES},
    pillar = RELIABILITY,
    severity = ERROR)
public final class InvalidEventSourceOption implements Rule {

  private static final String WINDOW = "MaximumBatchingWindowInSeconds";
  private static final String START = "StartingPosition";

  @Override
  public void check(Application app, Findings findings) {
    EventSourceOptions options = EventSourceOptions.in(app.data());
    for (EventSourceMapping mapping : app.triggers().mappings()) {
      Report report = new Report(mapping, findings);
      checkRejected(mapping, options, report);
      checkScaling(mapping, report);
      checkStart(mapping, options, report);
      checkFilters(mapping, options, report);
      checkTable(mapping, report);
    }
    for (EventSourceMapping mapping : app.triggers().mappings(Service.SQS)) {
      checkBatch(mapping, options, new Report(mapping, findings));
    }
  }

  /** Reports what is wrong with one mapping; its message goes on after the mapping's name. */
  private record Report(EventSourceMapping mapping, Findings findings) {

    @SuppressWarnings("AnnotateFormatMethod") // its callers are in this file
    void add(Setting setting, Truth wrong, String fact, Object... values) {
      findings.report(problem(setting.place(), fact.formatted(values)).when(wrong));
    }

    Problem problem(Location place, String fact) {
      Resource resource = mapping.resource();
      return Problem.at(place, resource, resource.name() + " " + fact + ": the deployment fails");
    }
  }

  private static void checkRejected(
      EventSourceMapping mapping, EventSourceOptions options, Report report) {
    List<EventSourceOptions.Option> rejected = options.rejected(mapping);
    if (rejected.isEmpty()) {
      return;
    }
    String names =
        rejected.stream().map(EventSourceOptions.Option::path).collect(Collectors.joining(" or "));
    String kind = mapping.kind().orElse(Service.OTHER).inWords();
    Problem problem =
        report.problem(
            rejected.get(0).setting().place(),
            "polls %s, which does not take %s".formatted(kind, names));
    for (EventSourceOptions.Option other : rejected.subList(1, rejected.size())) {
      problem = problem.with(other.setting().place(), other.path());
    }
    Truth any = rejected.stream().map(EventSourceOptions.Option::set).reduce(Truth.NO, Truth::or);
    report.findings().report(problem.when(any));
  }

  private static void checkScaling(EventSourceMapping mapping, Report report) {
    Setting concurrency = mapping.option("ScalingConfig", "MaximumConcurrency");
    Setting pollers = mapping.option("ProvisionedPollerConfig");
    if (mapping.kind().filter(Service.SQS::equals).isPresent()) {
      report.add(
          concurrency,
          concurrency.present().and(pollers.present()),
          "limits its concurrency and has provisioned pollers, which exclude each other");
    }
  }

  private static void checkStart(
      EventSourceMapping mapping, EventSourceOptions options, Report report) {
    Setting start = mapping.option(START);
    Truth atTimestamp = start.is("AT_TIMESTAMP");
    String kind = mapping.kind().orElse(Service.OTHER).inWords();
    if (options.requiresStartingPosition(mapping)) {
      report.add(start, start.absent(), "polls %s without a StartingPosition", kind);
    }
    if (!options.startsAtTimestamp(mapping)) {
      report.add(start, atTimestamp, "starts at a timestamp, which %s does not know", kind);
    } else {
      report.add(
          start,
          atTimestamp.and(mapping.option("StartingPositionTimestamp").absent()),
          "starts at a timestamp and does not say which");
    }
  }

  private static void checkFilters(
      EventSourceMapping mapping, EventSourceOptions options, Report report) {
    Setting filters = mapping.option("FilterCriteria", "Filters");
    int most = filters.size().values().stream().mapToInt(Integer::intValue).max().orElse(0);
    report.add(
        filters,
        filters.size().is(size -> size > options.filters()),
        "has %s filters where %s are accepted",
        most,
        Math.round(options.filters()));
  }

  /** A stream that a table of the same template does not have cannot be polled. */
  private static void checkTable(EventSourceMapping mapping, Report report) {
    for (Resource table : mapping.sources()) {
      if (table.type().startsWith("AWS::DynamoDB::")
          && table.template().equals(mapping.resource().template())) {
        Setting source = mapping.option("EventSourceArn");
        report
            .findings()
            .report(
                report
                    .problem(
                        source.place(),
                        "polls the stream of %s, which has none".formatted(table.name()))
                    .when(table.property("StreamSpecification").absent())
                    .with(table, "the table"));
      }
    }
  }

  private static void checkBatch(
      EventSourceMapping mapping, EventSourceOptions options, Report report) {
    Setting batch = mapping.option("BatchSize");
    Setting window = mapping.option(WINDOW);
    if (mapping.pollsFifo()) {
      report.add(
          batch,
          batch.number(0).is(size -> size > options.fifoBatch()),
          "asks a FIFO queue for more than %s messages at a time",
          Math.round(options.fifoBatch()));
      report.add(
          window,
          window.number(0).is(seconds -> seconds > 0),
          "waits for a batching window, which FIFO queues do not have");
      return;
    }
    report.add(
        batch,
        batch
            .number(0)
            .is(size -> size > options.batchWithoutWindow())
            .and(window.number(0).is(seconds -> seconds == 0)),
        "asks for more than %s messages at a time without a batching window",
        Math.round(options.batchWithoutWindow()));
  }
}
