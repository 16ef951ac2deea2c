package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.List;

/**
 * Which events a rule of EventBridge takes.
 *
 * @param document the pattern, whether it is written as text or not
 */
public record EventPattern(Setting document) {

  /** What tells one kind of events from another, as a list of values. */
  private static final List<String> LISTS = List.of("source", "detail-type", "resources");

  /** What tells them apart by patterns of its own. */
  private static final List<String> NESTED = List.of("detail", "$or");

  /** The pattern of a rule. */
  public static EventPattern of(Resource rule) {
    return new EventPattern(rule.property("EventPattern").document());
  }

  /** Whether it takes events of every kind: it looks at nothing that differs between them. */
  public Truth takesEveryKind() {
    Truth every = document.isMapping();
    for (String field : NESTED) {
      every = every.and(document.get(field).absent());
    }
    for (String field : LISTS) {
      Setting values = document.get(field);
      every = every.and(values.absent().or(values.anyItem(EventPattern::takesAnything)));
    }
    return every;
  }

  private static Truth takesAnything(Setting value) {
    Truth known = value.isMapping();
    Truth anything =
        is(value.get("prefix"), "")
            .or(is(value.get("suffix"), ""))
            .or(is(value.get("wildcard"), "*"))
            .or(value.get("exists").isTrue());
    return known.and(anything);
  }

  private static Truth is(Setting operand, String text) {
    return operand.present().and(operand.is(text));
  }

  /** Whether it takes an event of a source and type, whatever else the event says. */
  public Truth takes(String source, String detailType) {
    Truth others = document.get("resources").absent().and(document.get("account").absent());
    for (String field : NESTED) {
      others = others.and(document.get(field).absent());
    }
    return document
        .isMapping()
        .and(others)
        .and(mayBe("source", source))
        .and(mayBe("detail-type", detailType));
  }

  private Truth mayBe(String field, String text) {
    Setting values = document.get(field);
    return values.absent().or(values.anyItem(value -> takesText(value, text)));
  }

  private static Truth takesText(Setting value, String text) {
    Setting prefix = value.get("prefix");
    return value
        .is(text)
        .or(takesAnything(value))
        .or(prefix.present().and(prefix.is(text::startsWith)));
  }
}
