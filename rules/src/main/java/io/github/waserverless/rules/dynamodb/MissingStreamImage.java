package io.github.waserverless.rules.dynamodb;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.EVENTS_TRIGGER_TRANSACTIONS;
import static io.github.waserverless.rule.Severity.ERROR;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.EventSourceMapping;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.app.Service;
import io.github.waserverless.code.flow.NullHandling;
import io.github.waserverless.code.flow.Phase;
import io.github.waserverless.code.flow.Reached;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A stream holds the images that its view type says, and no other. */
@RuleInfo(
    id = "WAS614",
    name = "ddb-stream-view-mismatch",
    title = "Image that the stream does not hold",
    principles = EVENTS_TRIGGER_TRANSACTIONS,
    pillar = RELIABILITY,
    severity = ERROR)
public final class MissingStreamImage implements Rule {

  private static final String RECORD =
      "com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord";

  /** The view types that lack an image. */
  private static final Map<String, Set<String>> LACKING =
      Map.of(
          "getOldImage", Set.of("KEYS_ONLY", "NEW_IMAGE"),
          "getNewImage", Set.of("KEYS_ONLY", "OLD_IMAGE"));

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      List<Resource> tables =
          handler.mappings().stream()
              .filter(m -> m.kind().filter(Service.DYNAMODB::equals).isPresent())
              .map(EventSourceMapping::sources)
              .flatMap(List::stream)
              .distinct()
              .toList();
      if (!tables.isEmpty()) {
        handler
            .reach()
            .sites(CallSite.class, Phase.INVOKE)
            .filter(r -> r.site().receiver().name().equals(RECORD))
            .filter(r -> LACKING.containsKey(r.site().name()))
            .forEach(r -> check(r, handler, tables, findings));
      }
    }
  }

  private static void check(
      Reached<CallSite> use, FunctionHandler handler, List<Resource> tables, Findings findings) {
    String image = use.site().name();
    boolean ready = NullHandling.isGuarded(use.site().expression(), handler.reach());
    for (Resource table : tables) {
      Setting view = table.property("StreamSpecification", "StreamViewType");
      String type = view.text().values().stream().findFirst().orElse("");
      findings.report(
          Problem.in(
                  handler,
                  use,
                  "%s uses the %s image, but the stream of %s holds %s: it is always null"
                      .formatted(
                          handler.name(),
                          image.equals("getOldImage") ? "old" : "new",
                          table.name(),
                          type))
              .with(table, "the table")
              .with(view.place(), "what its stream holds")
              .when(view.is(LACKING.getOrDefault(image, Set.of())::contains))
              .as(ready || tables.size() > 1 ? WARNING : ERROR));
    }
  }
}
