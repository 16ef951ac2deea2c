package io.github.waserverless.delta;

import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The results of a SARIF log that this tool wrote, as a baseline. */
final class SarifBaseline {

  /** The names of our fingerprints; results of several findings have several. */
  private static final String OURS = "waServerless\\d*/v1";

  private SarifBaseline() {}

  static Baseline of(Sequence runs) {
    List<KnownFinding> known = new ArrayList<>();
    for (Value run : runs.items()) {
      for (Value result : items(run, "results")) {
        add(result, known);
      }
    }
    return new Baseline(List.copyOf(known));
  }

  private static void add(Value result, List<KnownFinding> into) {
    if (!(get(result, "partialFingerprints").orElse(null) instanceof Mapping entries)) {
      return;
    }
    List<Mapping.Entry> ours =
        entries.entries().stream().filter(entry -> entry.name().matches(OURS)).toList();
    // The resources of a result are those of one of its findings.
    List<String> resources = ours.size() == 1 ? resources(result) : List.of();
    for (Mapping.Entry entry : ours) {
      if (entry.value() instanceof Scalar fingerprint) {
        into.add(
            new KnownFinding(
                fingerprint.raw(),
                BaselineFile.text(result, "ruleId").orElse(""),
                file(result),
                get(result, "message").flatMap(m -> BaselineFile.text(m, "text")).orElse(""),
                resources));
      }
    }
  }

  private static List<String> resources(Value result) {
    return items(result, "locations").stream()
        .flatMap(location -> items(location, "logicalLocations").stream())
        .filter(place -> !BaselineFile.text(place, "kind").equals(Optional.of("member")))
        .flatMap(place -> BaselineFile.text(place, "name").stream())
        .distinct()
        .toList();
  }

  private static String file(Value result) {
    return items(result, "locations").stream()
        .findFirst()
        .flatMap(l -> get(l, "physicalLocation"))
        .flatMap(l -> get(l, "artifactLocation"))
        .flatMap(l -> BaselineFile.text(l, "uri"))
        .map(SarifBaseline::decoded)
        .orElse("");
  }

  private static String decoded(String uri) {
    try {
      return URLDecoder.decode(uri.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return uri;
    }
  }

  private static Optional<Value> get(Value value, String key) {
    return value instanceof Mapping mapping ? mapping.get(key) : Optional.empty();
  }

  private static List<Value> items(Value value, String key) {
    return get(value, key).orElse(null) instanceof Sequence list ? list.items() : List.of();
  }
}
