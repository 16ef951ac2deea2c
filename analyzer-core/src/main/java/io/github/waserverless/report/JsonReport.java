package io.github.waserverless.report;

import io.github.waserverless.engine.Analysis;
import io.github.waserverless.engine.Unreported;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Principle;
import io.github.waserverless.rule.Related;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.rule.Step;
import io.github.waserverless.rule.Subject;
import io.github.waserverless.rule.Suppressed;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.Notice;
import io.github.waserverless.source.Span;
import java.io.IOException;
import java.util.Locale;

/** A result for programs. Its members are described in {@code docs/json-report.md}. */
public final class JsonReport implements Report {

  /** Grows when a member changes its meaning or goes; new members do not change it. */
  private static final int SCHEMA = 1;

  private final String version;

  /** A report of this version of the tool. */
  public JsonReport(String version) {
    this.version = version;
  }

  @Override
  public void write(View view, Appendable out) throws IOException {
    JsonWriter json = new JsonWriter(out);
    json.object(
        () -> {
          json.member("schema", SCHEMA);
          json.object(
              "tool", () -> json.member("name", "wa-serverless").member("version", version));
          json.array("findings", () -> findings(view, json));
          json.array("suppressed", () -> suppressed(view.analysis(), json));
          if (view.analysis().unreported().compared().isPresent()) {
            Unreported.Compared compared = view.analysis().unreported().compared().get();
            json.object("baseline", () -> compared(compared, json));
          }
          json.array("notices", () -> notices(view.analysis(), json));
          json.array("faults", () -> faults(view.analysis(), json));
          json.object("statistics", () -> statistics(view, json));
        });
    json.end();
  }

  private static void findings(View view, JsonWriter json) throws IOException {
    for (Finding finding : view.findings()) {
      json.object(() -> finding(finding, json));
    }
  }

  private static void finding(Finding finding, JsonWriter json) throws IOException {
    RuleInfo rule = finding.rule();
    json.member("rule", rule.id())
        .member("name", rule.name())
        .member("severity", finding.severity().word())
        .member("message", finding.message())
        .member("pillar", word(rule.pillar()));
    principles(rule, json);
    location("location", finding.location(), json);
    json.array("resources", () -> resources(finding, json));
    json.array("related", () -> related(finding, json));
    if (!finding.path().isEmpty()) {
      json.array("path", () -> path(finding, json));
    }
  }

  private static void suppressed(Analysis analysis, JsonWriter json) throws IOException {
    for (Suppressed suppressed : analysis.suppressed()) {
      json.object(
          () -> {
            finding(suppressed.finding(), json);
            json.object(
                "suppression",
                () -> {
                  json.member("means", word(suppressed.by().means()))
                      .member("reason", suppressed.by().reason());
                  location("location", suppressed.by().place(), json);
                });
          });
    }
  }

  private static void compared(Unreported.Compared compared, JsonWriter json) throws IOException {
    json.member("known", compared.known().size());
    json.array(
        "gone",
        () -> {
          for (Unreported.Gone gone : compared.gone()) {
            json.object(
                () ->
                    json.member("rule", gone.rule())
                        .member("file", gone.file())
                        .member("message", gone.message()));
          }
        });
  }

  private static void path(Finding finding, JsonWriter json) throws IOException {
    for (Step step : finding.path()) {
      json.object(
          () -> {
            json.member("message", step.message());
            location("location", step.location(), json);
          });
    }
  }

  private static void resources(Finding finding, JsonWriter json) throws IOException {
    for (Subject subject : finding.subjects()) {
      json.object(
          () -> {
            json.member("logicalId", subject.logicalId()).member("type", subject.type());
            location("location", subject.location(), json);
          });
    }
  }

  private static void related(Finding finding, JsonWriter json) throws IOException {
    for (Related related : finding.related()) {
      json.object(
          () -> {
            json.member("message", related.message());
            location("location", related.location(), json);
          });
    }
  }

  private static void notices(Analysis analysis, JsonWriter json) throws IOException {
    for (Notice notice : analysis.notices()) {
      json.object(
          () -> {
            json.member("kind", word(notice.kind())).member("message", notice.message());
            location("location", notice.location(), json);
          });
    }
  }

  private static void faults(Analysis analysis, JsonWriter json) throws IOException {
    for (Analysis.Fault fault : analysis.faults()) {
      json.object(
          () ->
              json.member("during", fault.during())
                  .member("cause", fault.cause().getClass().getSimpleName()));
    }
  }

  private static void statistics(View view, JsonWriter json) throws IOException {
    Analysis.Statistics read = view.analysis().statistics();
    json.member("files", read.files())
        .member("unreadable", read.unreadable())
        .member("applications", read.applications())
        .member("resources", read.resources())
        .member("functions", read.functions())
        .member("errors", count(view, Severity.ERROR))
        .member("warnings", count(view, Severity.WARNING))
        .member("notes", count(view, Severity.NOTE))
        .member("hidden", view.hidden())
        .member("elsewhere", view.analysis().unreported().elsewhere());
    if (view.statistics()) {
      json.object(
          "values",
          () ->
              json.member("known", read.values().known())
                  .member("references", read.values().references())
                  .member("unknown", read.values().unknown()));
      json.object("code", () -> code(read.code(), json));
    }
  }

  private static void code(Analysis.Code code, JsonWriter json) throws IOException {
    json.member("handlers", code.handlers())
        .member("undeployed", code.undeployed())
        .member("bindable", code.bindable())
        .member("bound", code.bound())
        .member("calls", code.calls())
        .member("unknownCalls", code.unknown());
  }

  private static int count(View view, Severity severity) {
    return (int) view.analysis().findings().stream().filter(f -> f.severity() == severity).count();
  }

  private static void location(String name, Location location, JsonWriter json) throws IOException {
    Span span = location.span();
    json.object(
        name,
        () ->
            json.member("file", location.file())
                .member("startLine", span.startLine())
                .member("startColumn", span.startColumn())
                .member("endLine", span.endLine())
                .member("endColumn", span.endColumn()));
  }

  /** A rule's principles as a member. */
  static void principles(RuleInfo rule, JsonWriter json) throws IOException {
    json.array(
        "principles",
        () -> {
          for (Principle principle : rule.principles()) {
            json.item(word(principle));
          }
        });
  }

  /** A constant as a word that programs compare: {@code design-for-failures}. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
