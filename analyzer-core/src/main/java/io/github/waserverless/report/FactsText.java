package io.github.waserverless.report;

import io.github.waserverless.engine.Facts;
import io.github.waserverless.source.Notice;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** What is known about applications, for people: a paragraph for each function. */
public final class FactsText {

  private FactsText() {}

  /** Writes the facts. */
  public static void write(Facts facts, Appendable out) throws IOException {
    for (Facts.OfApplication application : facts.applications()) {
      out.append(heading(application)).append('\n');
      for (Facts.OfFunction function : application.functions()) {
        write(function, out);
      }
      out.append('\n');
    }
    for (Notice notice : facts.notices()) {
      out.append(TextSummary.line(notice)).append('\n');
    }
  }

  private static String heading(Facts.OfApplication application) {
    return application.files().isEmpty()
        ? "Handlers that no template deploys"
        : "Application of " + Printable.of(String.join(", ", application.files()));
  }

  private static void write(Facts.OfFunction function, Appendable out) throws IOException {
    out.append("  " + Printable.of(function.name()) + " (" + Printable.of(function.runtime()) + ")")
        .append(" " + TextReport.place(function.place()) + "\n");
    line("triggers", String.join(", ", function.triggers()), out);
    line("handler", function.handler().orElse(""), out);
    line("binding", function.binding().map(FactsText::word).orElse(""), out);
    if (function.entry().isPresent()) {
      Facts.Method entry = function.entry().get();
      line("entry", entry.type() + "::" + entry.name() + " of " + entry.event(), out);
      line("", entry.place().toString(), out);
    }
    for (Facts.Call call : function.calls()) {
      line("calls", of(call), out);
    }
    for (Facts.Read read : function.environment()) {
      String undefined = read.defined() ? "" : ", not set by the template";
      line("reads", read.variable() + undefined + " at " + read.place(), out);
    }
  }

  private static String of(Facts.Call call) {
    List<String> resources = call.resources();
    return call.service()
        + ":"
        + call.operation()
        + (resources.isEmpty() ? "" : " of " + String.join(", ", resources))
        + " ("
        + word(call.phase())
        + ") at "
        + call.place();
  }

  private static void line(String label, String text, Appendable out) throws IOException {
    if (!text.isEmpty()) {
      out.append("    %-9s%s\n".formatted(label, Printable.of(text)));
    }
  }

  /** An enum's constant as a word: {@code no-class}. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
