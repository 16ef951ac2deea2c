package io.github.waserverless.app;

import io.github.waserverless.code.flow.Data;
import io.github.waserverless.code.flow.SdkCall;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The events that a handler sends to EventBridge, and the rules that they match. */
final class SentEvents {

  private static final String DEFAULT = "default";

  private final FunctionHandler handler;
  private final Application app;

  SentEvents(FunctionHandler handler, Application app) {
    this.handler = handler;
    this.app = app;
  }

  /** Whether a rule takes one of the events of a call, which must be known for that. */
  Truth reach(Resource rule, SdkCall call) {
    Truth reached = Truth.NO;
    for (Data.Built entry : entries(call.request())) {
      Optional<String> source = entry.property("source").flatMap(handler::text);
      Truth taken =
          source.isEmpty()
              ? Truth.UNKNOWN
              : EventPattern.of(rule)
                  .takes(
                      source.get(), entry.property("detailType").flatMap(handler::text).orElse(""));
      reached = reached.or(onSameBus(rule, entry).and(taken));
    }
    return reached;
  }

  private static List<Data.Built> entries(Data request) {
    List<Data.Built> found = new ArrayList<>();
    for (Data alternative : request.alternatives()) {
      if (alternative instanceof Data.Built built) {
        if (built.property("source").isPresent()) {
          found.add(built);
        } else {
          built.properties().forEach(p -> found.addAll(entries(p.value())));
        }
      } else if (alternative instanceof Data.Elements elements) {
        elements.items().forEach(item -> found.addAll(entries(item)));
      }
    }
    return found;
  }

  private Truth onSameBus(Resource rule, Data.Built entry) {
    Setting name = rule.property("EventBusName");
    Optional<Data> sentTo = entry.property("eventBusName");
    if (sentTo.isEmpty()) {
      return name.absent().or(name.is(DEFAULT));
    }
    Set<Resource> buses = handler.resources(sentTo.get());
    if (!buses.isEmpty()) {
      return Truth.of(app.targets(name).stream().anyMatch(buses::contains));
    }
    return handler
        .text(sentTo.get())
        .map(text -> text.equals(DEFAULT) ? name.absent().or(name.is(text)) : name.is(text))
        .orElse(Truth.UNKNOWN);
  }
}
