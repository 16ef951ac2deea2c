package io.github.waserverless.app;

import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which options of an event source mapping go with what it polls. */
public final class EventSourceOptions {

  private final Mapping table;

  private EventSourceOptions(Mapping table) {
    this.table = table;
  }

  /** The options of the table {@code lambda-quotas}. */
  public static EventSourceOptions in(RuleData data) {
    return new EventSourceOptions(section(data.table("lambda-quotas"), "eventSourceOptions"));
  }

  /** An option that a mapping sets, by its path. */
  public record Option(String path, Setting setting, Truth set) {}

  /** The options that Lambda does not take for what a mapping polls, and that it may set. */
  public List<Option> rejected(EventSourceMapping mapping) {
    return texts(section(table, "rejected").get(mapping.sourceName())).stream()
        .map(path -> option(path, mapping))
        .filter(option -> option.set().canHold())
        .toList();
  }

  private static Option option(String path, EventSourceMapping mapping) {
    Setting setting = mapping.option(path.split("\\.", -1));
    boolean isSwitch = path.startsWith("Bisect");
    return new Option(path, setting, isSwitch ? setting.isTrue() : setting.present());
  }

  /** Whether Lambda must be told where in the stream to start. */
  public boolean requiresStartingPosition(EventSourceMapping mapping) {
    return starting("required").contains(mapping.sourceName());
  }

  /** Whether a stream of this kind can be read from a point in time. */
  public boolean startsAtTimestamp(EventSourceMapping mapping) {
    return !starting("notAtTimestamp").contains(mapping.sourceName());
  }

  private List<String> starting(String key) {
    return texts(section(table, "startingPosition").get(key));
  }

  /** How many filters a mapping may have. */
  public double filters() {
    return number("filters");
  }

  /** The largest batch from a FIFO queue. */
  public double fifoBatch() {
    return number("fifoBatch");
  }

  /** The largest batch of messages that needs no batching window. */
  public double batchWithoutWindow() {
    return number("batchWithoutWindow");
  }

  /** How many executions Lambda starts with when it polls a queue without a limit. */
  public double initialConcurrency() {
    return number("initialConcurrency");
  }

  /** How many consumers can read a shard of a stream at a time without waiting for each other. */
  public double streamReaders() {
    return number("streamReaders");
  }

  private double number(String key) {
    return table.get(key).orElse(null) instanceof Scalar number
        ? Double.parseDouble(number.raw())
        : Double.MAX_VALUE;
  }

  private static Mapping section(Mapping table, String name) {
    return table.get(name).orElse(null) instanceof Mapping section
        ? section
        : new Mapping(List.of(), table.location());
  }

  private static List<String> texts(Optional<Value> list) {
    return list.orElse(null) instanceof Sequence items
        ? items.items().stream()
            .flatMap(item -> item instanceof Scalar text ? Stream.of(text.raw()) : Stream.of())
            .toList()
        : List.of();
  }
}
