package io.github.waserverless.sarif;

import io.github.waserverless.report.JsonWriter;
import io.github.waserverless.rule.Suppression;
import java.io.IOException;
import java.util.Optional;

/** Who does not want a result, where and why they say so. */
final class Suppressions {

  private final Locations locations;
  private final boolean included;

  /**
   * @param included whether suppressed results are in the log: then every other result says that it
   *     is not one
   */
  Suppressions(Locations locations, boolean included) {
    this.locations = locations;
    this.included = included;
  }

  /** Writes what suppresses a result, if anything does. */
  void write(Optional<Suppression> suppression, JsonWriter json) throws IOException {
    if (!included) {
      return;
    }
    json.array(
        "suppressions",
        () -> {
          if (suppression.isPresent()) {
            json.object(() -> members(suppression.get(), json));
          }
        });
  }

  private void members(Suppression suppression, JsonWriter json) throws IOException {
    json.member("kind", kind(suppression.means())).member("status", "accepted");
    if (!suppression.reason().isBlank()) {
      json.member("justification", suppression.reason());
    }
    json.object("location", () -> locations.writePhysical(suppression.place(), json));
  }

  private static String kind(Suppression.Means means) {
    return switch (means) {
      case COMMENT, METADATA, ANNOTATION, PEER -> "inSource";
      case CONFIGURATION -> "external";
    };
  }
}
