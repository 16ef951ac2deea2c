package io.github.waserverless.engine;

import io.github.waserverless.app.RuleData;
import io.github.waserverless.parse.Parsed;
import io.github.waserverless.parse.TreeReader;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The dated tables that the product ships, and those that a user puts in their place. */
public final class Tables {

  private static final String FOLDER = "/io/github/waserverless/data/";

  private static final List<String> MOST_USED =
      List.of("sam-policy-templates", "lambda-runtimes", "lambda-quotas", "aws-managed-policies");

  /** Nothing changes them, so that all runs of a process share them. */
  private static final Map<String, Mapping> READ = new ConcurrentHashMap<>();

  private Tables() {}

  /** The tables as shipped. */
  public static RuleData shipped(LocalDate today) {
    return with(today, Map.of());
  }

  /**
   * The tables as shipped but for some.
   *
   * @param overrides tables to use instead, by name
   */
  public static RuleData with(LocalDate today, Map<String, Mapping> overrides) {
    return new RuleData(
        today,
        name -> {
          Mapping override = overrides.get(name);
          return override == null ? read(name) : override;
        });
  }

  /** The tables that a run has used and that were last checked more than a year before its day. */
  public static List<String> outdated(RuleData data) {
    List<String> outdated = new ArrayList<>();
    data.used()
        .forEach(
            (name, table) -> {
              if (table.get("asOf").orElse(null) instanceof Scalar asOf
                  && LocalDate.parse(asOf.raw()).plusMonths(12).isBefore(data.today())) {
                outdated.add(name + " (as of " + asOf.raw() + ")");
              }
            });
    return List.copyOf(outdated);
  }

  /** Reads the tables that nearly every run asks for; those who ask meanwhile wait for them. */
  public static void prepare() {
    MOST_USED.forEach(Tables::read);
  }

  private static Mapping read(String name) {
    return READ.computeIfAbsent(name, Tables::parse);
  }

  private static Mapping parse(String name) {
    String file = name + ".json";
    try (InputStream in = Tables.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalArgumentException("no table " + name);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Parsed parsed = TreeReader.read(new SourceFile(Path.of(file), file, text));
      if (parsed.root().orElse(null) instanceof Mapping table) {
        return table;
      }
      throw new IllegalStateException(file + ": " + parsed.notices());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
