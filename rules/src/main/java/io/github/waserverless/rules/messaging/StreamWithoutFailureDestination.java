package io.github.waserverless.rules.messaging;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.EventSourceMapping;
import io.github.waserverless.app.Service;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Severity;

/** What a consumer of a stream gives up on should leave a trace. */
@RuleInfo(
    id = "WAS710",
    name = "stream-without-failure-destination",
    title = "Stream consumer without a failure destination",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = WARNING)
public final class StreamWithoutFailureDestination implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (EventSourceMapping mapping : app.triggers().mappings()) {
      Service kind = mapping.kind().orElse(Service.OTHER);
      if (kind.isStream()) {
        report(mapping, kind, WARNING, findings);
      } else if (kind == Service.KAFKA) {
        report(mapping, kind, NOTE, findings);
      }
    }
  }

  private static void report(
      EventSourceMapping mapping, Service kind, Severity severity, Findings findings) {
    findings.report(
        Problem.of(
                mapping.resource(),
                "%s consumes %s without a failure destination: records that it gives up on are gone"
                    .formatted(mapping.resource().name(), kind.inWords()))
            .when(mapping.option("DestinationConfig", "OnFailure", "Destination").absent())
            .as(severity));
  }
}
