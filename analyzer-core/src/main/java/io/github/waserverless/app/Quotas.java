package io.github.waserverless.app;

import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What AWS accepts for the properties of functions and of what feeds them. */
public final class Quotas {

  private final Mapping table;
  private final Map<String, List<Quota>> read = new ConcurrentHashMap<>();

  private Quotas(Mapping table) {
    this.table = table;
  }

  /** The quotas of the table {@code lambda-quotas}. */
  public static Quotas in(RuleData data) {
    return data.made(Quotas.class, "lambda-quotas", Quotas::new);
  }

  /** The quotas of a function; one that has a capacity provider runs on managed instances. */
  public List<Quota> function() {
    return of("function", table);
  }

  /** The quotas of a function on managed instances, where they differ. */
  public List<Quota> managedInstances() {
    return of("managedInstances", table);
  }

  /** The quotas of a function's asynchronous invocations. */
  public List<Quota> asyncInvoke() {
    return of("asyncInvoke", table);
  }

  /** The quotas of a queue. */
  public List<Quota> queue() {
    return of("sqsQueue", table);
  }

  /** The quota of a rule's targets. */
  public List<Quota> rule() {
    return of("rule", table).stream().filter(Quota::countsItems).toList();
  }

  /** The quotas of a mapping, by what it polls; none when that is not known. */
  public List<Quota> eventSourceMapping(EventSourceMapping mapping) {
    Mapping mappings = section(table, "eventSourceMapping");
    String name = mapping.sourceName() + (mapping.pollsFifo() ? "Fifo" : "");
    return of(name, mappings);
  }

  /** How many bytes the variables of a function's environment may take. */
  public double environmentBytes() {
    Mapping variables = section(section(table, "function"), "Environment.Variables");
    return number(variables, "max").orElse(Double.MAX_VALUE);
  }

  /** The names of variables that only Lambda itself may set. */
  public Set<String> reservedEnvironmentNames() {
    return table.get("reservedEnvironmentNames").orElse(null) instanceof Sequence names
        ? names.items().stream()
            .flatMap(name -> name instanceof Scalar s ? Stream.of(s.raw()) : Stream.of())
            .collect(Collectors.toSet())
        : Set.of();
  }

  private static Mapping section(Mapping table, String name) {
    return table.get(name).orElse(null) instanceof Mapping section
        ? section
        : new Mapping(List.of(), table.location());
  }

  private List<Quota> of(String name, Mapping in) {
    return read.computeIfAbsent(name, n -> read(section(in, n)));
  }

  private static List<Quota> read(Mapping section) {
    return section.entries().stream()
        .filter(e -> e.value() instanceof Mapping m && (has(m, "min") || has(m, "max")))
        .filter(e -> !e.name().equals("Environment.Variables"))
        .map(e -> quota(e.name(), (Mapping) e.value()))
        .toList();
  }

  private static Quota quota(String path, Mapping row) {
    return new Quota(
        path,
        number(row, "min").orElse(0.0),
        number(row, "max").orElse(Double.MAX_VALUE),
        number(row, "unlimited"),
        text(row, "counts").filter("items"::equals).isPresent(),
        text(row, "unit").orElse(""));
  }

  private static boolean has(Mapping row, String key) {
    return row.get(key).isPresent();
  }

  private static Optional<Double> number(Mapping row, String key) {
    return text(row, key).map(Double::valueOf);
  }

  private static Optional<String> text(Mapping row, String key) {
    Optional<Value> value = row.get(key);
    return value.filter(Scalar.class::isInstance).map(v -> ((Scalar) v).raw());
  }
}
