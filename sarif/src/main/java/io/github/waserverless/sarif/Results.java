package io.github.waserverless.sarif;

import io.github.waserverless.report.JsonWriter;
import io.github.waserverless.rule.Finding;
import java.io.IOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The results of a run. */
final class Results {

  private static final Comparator<Result> GRAVEST_FIRST =
      Comparator.comparing(Result::severity, Comparator.reverseOrder());

  private final Rules rules;
  private final Locations locations;
  private final Fingerprints fingerprints;
  private final CodeFlows codeFlows;
  private final Suppressions suppressions;
  private final Fixes fixes;
  private final Limits limits;

  Results(
      Rules rules,
      Locations locations,
      Fingerprints fingerprints,
      Suppressions suppressions,
      Fixes fixes,
      Limits limits) {
    this.rules = rules;
    this.locations = locations;
    this.fingerprints = fingerprints;
    this.suppressions = suppressions;
    this.fixes = fixes;
    this.codeFlows = new CodeFlows(locations, limits);
    this.limits = limits;
  }

  /** The gravest results, as many as may be, in the order in which they come. */
  static List<Result> gravest(List<Result> results, int most) {
    if (results.size() <= most) {
      return results;
    }
    List<Result> kept = results.stream().sorted(GRAVEST_FIRST).limit(most).toList();
    Set<Result> identities = Collections.newSetFromMap(new IdentityHashMap<>());
    identities.addAll(kept);
    return results.stream().filter(identities::contains).toList();
  }

  void write(Result result, JsonWriter json) throws IOException {
    Finding main = result.main();
    Message message = result.message(limits);
    json.object(
        () -> {
          json.member("ruleId", main.rule().id()).member("ruleIndex", rules.indexOf(main.rule()));
          json.member("level", result.severity().word());
          json.object("message", () -> json.member("text", message.text()));
          json.array("locations", () -> locations.writePrimary(main, json));
          writeRelated(message.places(), json);
          codeFlows.write(main.path(), json);
          fingerprints.write(main.location(), result.fingerprints(), json);
          suppressions.write(result.suppression(), json);
          Optional<BaselineState> state = result.baselineState();
          if (state.isPresent()) {
            json.member("baselineState", state.get().word());
          }
          if (result.items().size() == 1 && result.suppression().isEmpty()) {
            fixes.write(main, json);
          }
        });
  }

  private void writeRelated(List<Place> places, JsonWriter json) throws IOException {
    if (places.isEmpty()) {
      return;
    }
    json.array(
        "relatedLocations",
        () -> {
          for (int i = 0; i < places.size(); i++) {
            locations.writeRelated(i + 1, places.get(i), json);
          }
        });
  }
}
