package io.github.waserverless.app;

import io.github.waserverless.tree.Mapping;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What rules may ask for beside the application: dated tables about AWS, read when a rule first
 * asks, the day of the run, and the numbers that a project has set.
 */
public final class RuleData {

  private final LocalDate today;
  private final Function<String, Mapping> tables;
  private final Map<String, Map<String, Integer>> options;
  private final Map<String, Mapping> read;
  private final Map<Class<?>, Object> made = new ConcurrentHashMap<>();

  /**
   * @param today the day that deadlines are compared with
   * @param tables gives the table of a name
   */
  public RuleData(LocalDate today, Function<String, Mapping> tables) {
    this(today, tables, Map.of(), new ConcurrentHashMap<>());
  }

  private RuleData(
      LocalDate today,
      Function<String, Mapping> tables,
      Map<String, Map<String, Integer>> options,
      Map<String, Mapping> read) {
    this.today = today;
    this.tables = tables;
    this.options = Map.copyOf(options);
    this.read = read;
  }

  /**
   * The same with what a project has set.
   *
   * @param set the numbers by their names, by the ids of their rules
   */
  public RuleData with(Map<String, Map<String, Integer>> set) {
    return new RuleData(today, tables, set, read);
  }

  /** The number that a project has set for a rule. */
  public Optional<Integer> option(String rule, String name) {
    return Optional.ofNullable(options.getOrDefault(rule, Map.of()).get(name));
  }

  /** The day that deadlines are compared with. */
  public LocalDate today() {
    return today;
  }

  /** The table of a name: {@code lambda-runtimes}, {@code iam-actions} … */
  public Mapping table(String name) {
    return read.computeIfAbsent(name, tables);
  }

  /** What is made of a table, made once. */
  <T> T made(Class<T> type, String table, Function<Mapping, T> maker) {
    Mapping read = table(table);
    return type.cast(made.computeIfAbsent(type, t -> maker.apply(read)));
  }

  /** The tables that were asked for, in the order of their names. */
  public Map<String, Mapping> used() {
    return new TreeMap<>(read);
  }
}
