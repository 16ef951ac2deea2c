package io.github.waserverless.engine;

import io.github.waserverless.source.Location;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** A table of Lambda runtimes that a user puts in the place of the one that is shipped. */
public final class RuntimeFile {

  /** The table that it stands for. */
  public static final String TABLE = "lambda-runtimes";

  private static final List<String> DATES = List.of("deprecated", "blockCreate", "blockUpdate");

  private RuntimeFile() {}

  /** Reads a table of the same form as {@code lambda-runtimes.json}. */
  public static Mapping read(Path path) throws InvalidInput {
    if (!(InputFile.read(path) instanceof Mapping table)) {
      throw invalid(Discovery.at(path), "expected a map with asOf and runtimes");
    }
    requireDate(table, "asOf");
    if (!(table.get("runtimes").orElse(null) instanceof Sequence runtimes)) {
      throw invalid(table.location(), "expected runtimes, a list");
    }
    for (Value runtime : runtimes.items()) {
      check(runtime);
    }
    return table;
  }

  private static void check(Value value) throws InvalidInput {
    if (!(value instanceof Mapping runtime)
        || !(runtime.get("id").orElse(null) instanceof Scalar)
        || !(runtime.get("family").orElse(null) instanceof Scalar)) {
      throw invalid(value.location(), "expected a runtime with id and family");
    }
    for (String date : DATES) {
      if (runtime.get(date).isPresent()) {
        requireDate(runtime, date);
      }
    }
  }

  private static void requireDate(Mapping in, String key) throws InvalidInput {
    Value value = in.get(key).orElse(in);
    try {
      if (value instanceof Scalar date) {
        LocalDate.parse(date.raw());
        return;
      }
    } catch (DateTimeParseException e) {
      // Told below, like a date that is missing.
    }
    throw invalid(value.location(), "expected " + key + ", a date like 2026-06-02");
  }

  private static InvalidInput invalid(Location place, String why) {
    return new InvalidInput(place + ": " + why);
  }
}
