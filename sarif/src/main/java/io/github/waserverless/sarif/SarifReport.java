package io.github.waserverless.sarif;

import io.github.waserverless.engine.Analysis;
import io.github.waserverless.report.JsonWriter;
import io.github.waserverless.report.Report;
import io.github.waserverless.report.View;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A result as a SARIF 2.1.0 log with one run. It holds notes too, whatever else is shown. */
public final class SarifReport implements Report {

  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private final Invocation invocation;
  private final Limits limits;

  /** The log of a run. */
  public SarifReport(Invocation invocation) {
    this(invocation, Limits.GITHUB);
  }

  SarifReport(Invocation invocation, Limits limits) {
    this.invocation = invocation;
    this.limits = limits;
  }

  /**
   * How much of a result one attempt puts into the log.
   *
   * @param results how many results at most
   * @param snippets whether lines of the sources are in it
   */
  private record Extent(int results, boolean snippets) {

    Extent less(int present) {
      return snippets
          ? new Extent(results, false)
          : new Extent(Math.min(results, present) / 2, false);
    }
  }

  @Override
  public void write(View view, Appendable out) throws IOException {
    Analysis analysis = view.analysis();
    List<Result> results = Result.of(analysis, invocation.included(), invocation.root()::nameOf);
    Extent extent = new Extent(limits.results(), true);
    String log = log(analysis, results, extent);
    while (CompressedSize.exceeds(log, limits.bytes()) && extent.results() > 0) {
      extent = extent.less(results.size());
      log = log(analysis, results, extent);
    }
    out.append(log);
  }

  private String log(Analysis analysis, List<Result> all, Extent extent) throws IOException {
    List<Result> results = Results.gravest(all, extent.results());
    StringBuilder log = new StringBuilder();
    JsonWriter json = new JsonWriter(log);
    json.object(
        () -> {
          json.member("$schema", SCHEMA).member("version", "2.1.0");
          json.array(
              "runs",
              () -> json.object(() -> run(analysis, results, leftOut(all, extent), extent, json)));
        });
    json.end();
    return log.toString();
  }

  private static List<String> leftOut(List<Result> all, Extent extent) {
    List<String> sentences = new ArrayList<>();
    if (all.size() > extent.results()) {
      sentences.add(
          "GitHub does not take more: of %s results, the %s gravest are in this log."
              .formatted(all.size(), extent.results()));
    }
    if (!extent.snippets()) {
      sentences.add("GitHub does not take more than 10 MB: snippets are left out.");
    }
    return sentences;
  }

  private void run(
      Analysis analysis, List<Result> results, List<String> leftOut, Extent extent, JsonWriter json)
      throws IOException {
    Rules rules = Rules.of(invocation, results);
    Regions regions = new Regions(analysis.sources(), extent.snippets());
    Locations locations = new Locations(invocation.root(), regions);
    Tool.write(invocation.version(), rules, json);
    invocations(analysis, new Notifications(locations, limits), leftOut, json);
    provenance(json);
    originalUriBaseIds(json);
    Optional<String> category = invocation.category().filter(c -> !c.isBlank());
    if (category.isPresent()) {
      String id = category.get() + "/";
      json.object("automationDetails", () -> json.member("id", id));
    }
    json.member("columnKind", "utf16CodeUnits");
    Fixes fixes = new Fixes(invocation.rules(), analysis.sources(), locations);
    Results writer =
        new Results(
            rules,
            locations,
            new Fingerprints(analysis.sources()),
            new Suppressions(locations, invocation.included().suppressed()),
            fixes,
            limits);
    json.array(
        "results",
        () -> {
          for (Result result : results) {
            writer.write(result, json);
          }
        });
    Taxonomy.write(json);
  }

  private void invocations(
      Analysis analysis, Notifications notifications, List<String> leftOut, JsonWriter json)
      throws IOException {
    json.array(
        "invocations",
        () ->
            json.object(
                () -> {
                  json.member("executionSuccessful", analysis.faults().isEmpty())
                      .member("exitCode", invocation.exitCode());
                  if (invocation.time().isPresent()) {
                    Invocation.Time time = invocation.time().get();
                    json.member("startTimeUtc", time.start().truncatedTo(ChronoUnit.MILLIS) + "")
                        .member("endTimeUtc", time.end().truncatedTo(ChronoUnit.MILLIS) + "");
                  }
                  notifications.write(analysis, leftOut, json);
                }));
  }

  private void provenance(JsonWriter json) throws IOException {
    Optional<Checkout> checkout = Checkout.of(invocation.root());
    if (checkout.isEmpty()) {
      return;
    }
    json.array(
        "versionControlProvenance",
        () ->
            json.object(
                () -> {
                  json.member("repositoryUri", checkout.get().repository());
                  if (checkout.get().revision().isPresent()) {
                    json.member("revisionId", checkout.get().revision().get());
                  }
                  if (checkout.get().branch().isPresent()) {
                    json.member("branch", checkout.get().branch().get());
                  }
                  json.object("mappedTo", () -> json.member("uriBaseId", Locations.ROOT));
                }));
  }

  /** In a log that is the same in every folder, the root has no address. */
  private void originalUriBaseIds(JsonWriter json) throws IOException {
    json.object(
        "originalUriBaseIds",
        () ->
            json.object(
                Locations.ROOT,
                () -> {
                  if (invocation.time().isPresent()) {
                    String root = invocation.root().path().toString().replace('\\', '/');
                    json.member("uri", Uris.of(root.endsWith("/") ? root : root + "/"));
                  }
                  json.object(
                      "description",
                      () -> json.member("text", "The top of the checkout that was analysed"));
                }));
  }
}
