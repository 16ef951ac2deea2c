package io.github.waserverless.sarif;

import io.github.waserverless.report.JsonWriter;
import io.github.waserverless.rule.Step;
import java.io.IOException;
import java.util.List;

/** How execution comes to a place, as a thread flow. */
final class CodeFlows {

  private final Locations locations;
  private final Limits limits;

  CodeFlows(Locations locations, Limits limits) {
    this.locations = locations;
    this.limits = limits;
  }

  /** The member {@code codeFlows}; nothing when there is no way to show. */
  void write(List<Step> path, JsonWriter json) throws IOException {
    if (path.isEmpty()) {
      return;
    }
    json.array(
        "codeFlows",
        () ->
            json.object(
                () ->
                    json.array(
                        "threadFlows",
                        () ->
                            json.object(() -> json.array("locations", () -> steps(path, json))))));
  }

  /** Of a way that is too long the end counts. */
  private void steps(List<Step> path, JsonWriter json) throws IOException {
    int first = Math.max(0, path.size() - limits.steps());
    for (Step step : path.subList(first, path.size())) {
      json.object(() -> locations.write(step.location(), step.message(), json));
    }
  }
}
