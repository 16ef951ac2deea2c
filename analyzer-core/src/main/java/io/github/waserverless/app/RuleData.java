package io.github.waserverless.app;

import io.github.waserverless.tree.Mapping;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What is known about AWS: dated tables, read when a rule first asks, and the day of the run. */
public final class RuleData {

  private final LocalDate today;
  private final Function<String, Mapping> tables;
  private final Map<String, Mapping> read = new ConcurrentHashMap<>();

  /**
   * @param today the day that deadlines are compared with
   * @param tables gives the table of a name
   */
  public RuleData(LocalDate today, Function<String, Mapping> tables) {
    this.today = today;
    this.tables = tables;
  }

  /** The day that deadlines are compared with. */
  public LocalDate today() {
    return today;
  }

  /** The table of a name: {@code lambda-runtimes}, {@code iam-actions} … */
  public Mapping table(String name) {
    return read.computeIfAbsent(name, tables);
  }

  /** The tables that were asked for, in the order of their names. */
  public Map<String, Mapping> used() {
    return new TreeMap<>(read);
  }
}
