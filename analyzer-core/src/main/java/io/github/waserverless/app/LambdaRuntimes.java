package io.github.waserverless.app;

import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The managed runtimes that Lambda has or had. */
public final class LambdaRuntimes {

  private final Map<String, Mapping> rows = new LinkedHashMap<>();
  private final Map<String, LambdaRuntime> asked = new ConcurrentHashMap<>();
  private final RuntimeNames names;
  private final List<String> snapStart;
  private final List<String> arm64;

  private LambdaRuntimes(Mapping table) {
    if (table.get("runtimes").orElse(null) instanceof Sequence list) {
      for (var row : list.items()) {
        if (row instanceof Mapping columns) {
          rows.put(text(columns, "id").orElseThrow(), columns);
        }
      }
    }
    this.names = new RuntimeNames(rows.keySet());
    this.snapStart = texts(table, "snapStartSince");
    this.arm64 = texts(table, "arm64Since");
  }

  /** The runtimes of the table {@code lambda-runtimes}. */
  public static LambdaRuntimes in(RuleData data) {
    return data.made(LambdaRuntimes.class, "lambda-runtimes", LambdaRuntimes::new);
  }

  private static LambdaRuntime runtime(String id, Mapping row) {
    return new LambdaRuntime(
        id,
        date(row, "deprecated").orElse(LocalDate.MAX),
        date(row, "blockCreate"),
        date(row, "blockUpdate"),
        text(row, "successor"));
  }

  private static Optional<LocalDate> date(Mapping row, String column) {
    return text(row, column).map(LocalDate::parse);
  }

  private static List<String> texts(Mapping table, String column) {
    return table.get(column).orElse(null) instanceof Sequence list
        ? list.items().stream()
            .filter(Scalar.class::isInstance)
            .map(v -> ((Scalar) v).raw())
            .toList()
        : List.of();
  }

  private static Optional<String> text(Mapping row, String column) {
    return row.get(column).filter(Scalar.class::isInstance).map(v -> ((Scalar) v).raw());
  }

  /** The runtime of an identifier. */
  public Optional<LambdaRuntime> runtime(String id) {
    Mapping row = rows.get(id);
    return row == null
        ? Optional.empty()
        : Optional.of(asked.computeIfAbsent(id, i -> runtime(i, row)));
  }

  /**
   * Whether no runtime has, or can be expected to get, this identifier: it is a known one misspelt,
   * or older than the newest of its family. A newer one than the table knows may well exist.
   */
  public boolean isMisspelt(String id) {
    return !rows.containsKey(id) && names.isMisspelt(id);
  }

  /** The identifier that a misspelt one stands for. */
  public Optional<String> meant(String id) {
    return names.meant(id);
  }

  /** Whether functions on a runtime can start from a snapshot. */
  public boolean supportSnapStart(String id) {
    return snapStart.stream().anyMatch(first -> RuntimeNames.isSince(first, id));
  }

  /** Whether functions on a runtime can run on Graviton. */
  public boolean supportArm64(String id) {
    return arm64.stream().anyMatch(first -> RuntimeNames.isSince(first, id));
  }
}
