package io.github.waserverless.report;

import io.github.waserverless.engine.Facts;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.Notice;
import java.io.IOException;
import java.util.List;

/** What is known about applications, for programs. */
public final class FactsJson {

  private final JsonWriter json;

  private FactsJson(JsonWriter json) {
    this.json = json;
  }

  /** Writes the facts. */
  public static void write(Facts facts, Appendable out) throws IOException {
    JsonWriter json = new JsonWriter(out);
    FactsJson writer = new FactsJson(json);
    json.object(
        () -> {
          json.member("schema", 1);
          json.array("applications", () -> writer.applications(facts));
          json.array("notices", () -> writer.notices(facts));
        });
    json.end();
  }

  private void applications(Facts facts) throws IOException {
    for (Facts.OfApplication application : facts.applications()) {
      json.object(
          () -> {
            texts("files", application.files());
            json.array("functions", () -> functions(application));
          });
    }
  }

  private void functions(Facts.OfApplication application) throws IOException {
    for (Facts.OfFunction function : application.functions()) {
      json.object(() -> function(function));
    }
  }

  private void function(Facts.OfFunction function) throws IOException {
    json.member("name", function.name());
    place(function.place());
    json.member("runtime", function.runtime());
    texts("triggers", function.triggers());
    if (function.handler().isPresent()) {
      json.member("handler", function.handler().get());
    }
    if (function.binding().isPresent()) {
      json.member("binding", FactsText.word(function.binding().get()));
    }
    if (function.entry().isPresent()) {
      json.object("entry", () -> entry(function.entry().get()));
    }
    json.array("calls", () -> calls(function));
    json.array("environment", () -> environment(function));
  }

  private void entry(Facts.Method entry) throws IOException {
    json.member("class", entry.type())
        .member("method", entry.name())
        .member("event", entry.event())
        .member("result", entry.result());
    place(entry.place());
  }

  private void calls(Facts.OfFunction function) throws IOException {
    for (Facts.Call call : function.calls()) {
      json.object(
          () -> {
            place(call.place());
            json.member("client", call.client())
                .member("service", call.service())
                .member("operation", call.operation())
                .member("phase", FactsText.word(call.phase()));
            texts("resources", call.resources());
            texts("path", call.path());
          });
    }
  }

  private void environment(Facts.OfFunction function) throws IOException {
    for (Facts.Read read : function.environment()) {
      json.object(
          () -> {
            place(read.place());
            json.member("variable", read.variable())
                .member("phase", FactsText.word(read.phase()))
                .member("defined", read.defined());
          });
    }
  }

  private void notices(Facts facts) throws IOException {
    for (Notice notice : facts.notices()) {
      json.object(
          () -> {
            json.member("kind", FactsText.word(notice.kind())).member("message", notice.message());
            place(notice.location());
          });
    }
  }

  private void place(Location location) throws IOException {
    json.member("file", location.file())
        .member("line", location.span().startLine())
        .member("column", location.span().startColumn());
  }

  private void texts(String name, List<String> texts) throws IOException {
    json.array(
        name,
        () -> {
          for (String text : texts) {
            json.item(text);
          }
        });
  }
}
