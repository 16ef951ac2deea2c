package io.github.waserverless.rules.events;

import static io.github.waserverless.rule.Pillar.PERFORMANCE_EFFICIENCY;
import static io.github.waserverless.rule.Principle.CONCURRENT_REQUESTS;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.EventSourceMapping;
import io.github.waserverless.app.EventSourceOptions;
import io.github.waserverless.app.Pipe;
import io.github.waserverless.app.Service;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import java.util.ArrayList;
import java.util.List;

/** A stream serves only so many readers at a time. */
@RuleInfo(
    id = "WAS212",
    name = "stream-fan-out",
    title = "Stream with more consumers than it serves well",
    principles = CONCURRENT_REQUESTS,
    pillar = PERFORMANCE_EFFICIENCY,
    severity = WARNING)
public final class SharedStream implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    double served = EventSourceOptions.in(app.data()).streamReaders();
    for (Resource stream : app.resources("AWS::Kinesis::Stream")) {
      List<Resource> readers = readers(stream, Service.KINESIS, app);
      if (readers.size() > served) {
        findings.report(
            problem(
                stream,
                readers,
                "%s has %s consumers without enhanced fan-out: they share the throughput of its"
                    + " shards and read later"));
      }
    }
    for (String type : List.of("AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable")) {
      for (Resource table : app.resources(type)) {
        List<Resource> readers = readers(table, Service.DYNAMODB, app);
        if (readers.size() > served) {
          findings.report(
              problem(
                  table,
                  readers,
                  "The stream of %s has %s consumers, more than its shards serve at a time: they"
                      + " throttle each other"));
        }
      }
    }
  }

  /**
   * What reads a stream for itself; registered consumers of Kinesis have a throughput of their own.
   */
  private static List<Resource> readers(Resource stream, Service kind, Application app) {
    List<Resource> readers = new ArrayList<>();
    for (EventSourceMapping mapping : app.triggers().polling(kind, stream)) {
      if (mapping.disabled().neverHolds()) {
        readers.add(mapping.resource());
      }
    }
    for (Pipe pipe : Pipe.polling(stream, app)) {
      if (pipe.stopped().neverHolds()) {
        readers.add(pipe.resource());
      }
    }
    return readers;
  }

  private static Problem problem(Resource stream, List<Resource> readers, String message) {
    Problem problem = Problem.of(stream, message.formatted(stream.name(), readers.size()));
    for (Resource reader : readers) {
      problem = problem.with(reader, "a consumer");
    }
    return problem;
  }
}
