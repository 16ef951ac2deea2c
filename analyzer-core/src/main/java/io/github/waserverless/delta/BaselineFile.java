package io.github.waserverless.delta;

import io.github.waserverless.engine.InputFile;
import io.github.waserverless.engine.InvalidInput;
import io.github.waserverless.report.JsonWriter;
import io.github.waserverless.source.Location;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A baseline as a file: our own form, or the SARIF log of an earlier run. */
public final class BaselineFile {

  /** The name that it has unless told otherwise. */
  public static final String NAME = ".wa-serverless-baseline.json";

  private static final int SCHEMA = 1;

  private BaselineFile() {}

  /** Writes a baseline: the same findings give the same bytes. */
  public static void write(Baseline baseline, Appendable out) throws IOException {
    JsonWriter json = new JsonWriter(out);
    json.object(
        () -> {
          json.member("schema", SCHEMA).member("tool", "wa-serverless");
          json.array(
              "findings",
              () -> {
                for (KnownFinding known : baseline.findings()) {
                  json.object(() -> finding(known, json));
                }
              });
        });
    json.end();
  }

  private static void finding(KnownFinding known, JsonWriter json) throws IOException {
    json.member("fingerprint", known.fingerprint())
        .member("rule", known.rule())
        .member("file", known.file())
        .member("message", known.message());
    json.array(
        "resources",
        () -> {
          for (String resource : known.resources()) {
            json.item(resource);
          }
        });
  }

  /** Reads a baseline. */
  public static Baseline read(Path path) throws InvalidInput {
    Value root = InputFile.read(path);
    if (root instanceof Mapping mapping) {
      if (mapping.get("runs").orElse(null) instanceof Sequence runs) {
        return SarifBaseline.of(runs);
      }
      if (mapping.get("findings").orElse(null) instanceof Sequence findings) {
        requireSchema(mapping);
        return new Baseline(findings(findings));
      }
    }
    throw invalid(root.location(), "expected a baseline of wa-serverless or a SARIF log");
  }

  private static void requireSchema(Mapping root) throws InvalidInput {
    Value schema = root.get("schema").orElse(root);
    if (!(schema instanceof Scalar number) || !number.raw().equals(String.valueOf(SCHEMA))) {
      throw invalid(schema.location(), "this baseline needs a newer version of wa-serverless");
    }
  }

  private static List<KnownFinding> findings(Sequence list) throws InvalidInput {
    List<KnownFinding> known = new ArrayList<>();
    for (Value item : list.items()) {
      Optional<String> fingerprint = text(item, "fingerprint");
      Optional<String> rule = text(item, "rule");
      if (fingerprint.isEmpty() || rule.isEmpty()) {
        throw invalid(item.location(), "expected a finding with fingerprint and rule");
      }
      known.add(
          new KnownFinding(
              fingerprint.get(),
              rule.get(),
              text(item, "file").orElse(""),
              text(item, "message").orElse(""),
              texts(item, "resources")));
    }
    return List.copyOf(known);
  }

  static Optional<String> text(Value value, String key) {
    return value instanceof Mapping m && m.get(key).orElse(null) instanceof Scalar scalar
        ? Optional.of(scalar.raw())
        : Optional.empty();
  }

  private static List<String> texts(Value value, String key) {
    return value instanceof Mapping m && m.get(key).orElse(null) instanceof Sequence list
        ? list.items().stream()
            .filter(Scalar.class::isInstance)
            .map(item -> ((Scalar) item).raw())
            .toList()
        : List.of();
  }

  private static InvalidInput invalid(Location place, String why) {
    return new InvalidInput(place + ": " + why);
  }
}
