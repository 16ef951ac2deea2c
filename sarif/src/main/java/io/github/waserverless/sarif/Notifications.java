package io.github.waserverless.sarif;

import io.github.waserverless.engine.Analysis;
import io.github.waserverless.engine.Unreported.Compared;
import io.github.waserverless.engine.Unreported.Gone;
import io.github.waserverless.report.JsonWriter;
import io.github.waserverless.source.Notice;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What could not be read, was not looked at, failed or was left out. */
final class Notifications {

  private enum Kind {
    UNREADABLE_INPUT(
        "error",
        "Input that cannot be read",
        "Nothing in the file was judged.",
        "Correct the file at the place that is named, or leave it out of what is checked."),
    NOT_LOOKED_AT(
        "note",
        "A part that was not looked at",
        "The rest was judged; problems of this part are not found.",
        "Name the file or folder that is to be read, or give what the message says is missing."),
    INTERNAL_ERROR(
        "error",
        "An error inside of the analyzer",
        "A reader or a rule failed: its findings are missing.",
        "Run the check again with --debug and report the trace."),
    GONE(
        "note",
        "A finding of the baseline that is gone",
        "It is no longer found.",
        "Write the baseline again."),
    LIMIT_REACHED(
        "warning",
        "Something that was left out of this log",
        "GitHub does not take or show more.",
        "Check parts of the repository one by one, each with its own --category.");

    private final String level;
    private final String title;
    private final String meaning;
    private final String help;

    Kind(String level, String title, String meaning, String help) {
      this.level = level;
      this.title = title;
      this.meaning = meaning;
      this.help = help;
    }

    private String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private static final List<Kind> KINDS = List.of(Kind.values());

  private final Locations locations;
  private final int most;

  Notifications(Locations locations, Limits limits) {
    this.locations = locations;
    this.most = limits.notifications();
  }

  /** The member {@code notifications} of the driver. */
  static void writeDescriptors(JsonWriter json) throws IOException {
    json.array(
        "notifications",
        () -> {
          for (Kind kind : KINDS) {
            json.object(
                () -> {
                  json.member("id", kind.id());
                  text("shortDescription", kind.title, json);
                  text("fullDescription", kind.meaning, json);
                  text("help", kind.help, json);
                  json.object("defaultConfiguration", () -> json.member("level", kind.level));
                });
          }
        });
  }

  /**
   * The member {@code toolExecutionNotifications} of an invocation.
   *
   * @param leftOut what limits kept out of the log, in sentences
   */
  void write(Analysis analysis, List<String> leftOut, JsonWriter json) throws IOException {
    json.array(
        "toolExecutionNotifications",
        () -> {
          for (Analysis.Fault fault : analysis.faults()) {
            write(fault, json);
          }
          for (String sentence : leftOut) {
            json.object(() -> members(Kind.LIMIT_REACHED, sentence, json));
          }
          List<Notice> notices = gravestFirst(analysis.notices());
          for (Notice notice : notices.subList(0, Math.min(most, notices.size()))) {
            write(notice, json);
          }
          List<Gone> gone = analysis.unreported().compared().map(Compared::gone).orElse(List.of());
          for (Gone finding : gone.subList(0, Math.min(most, gone.size()))) {
            String sentence =
                "%s in %s: %s.".formatted(finding.rule(), finding.file(), finding.message());
            json.object(() -> members(Kind.GONE, sentence, json));
          }
          if (notices.size() > most) {
            String sentence = (notices.size() - most) + " more notifications are left out.";
            json.object(() -> members(Kind.LIMIT_REACHED, sentence, json));
          }
        });
  }

  private static List<Notice> gravestFirst(List<Notice> notices) {
    return notices.stream().sorted(Comparator.comparing(Notice::kind)).toList();
  }

  private void write(Notice notice, JsonWriter json) throws IOException {
    Kind kind =
        switch (notice.kind()) {
          case UNREADABLE -> Kind.UNREADABLE_INPUT;
          case NOT_LOOKED_AT -> Kind.NOT_LOOKED_AT;
        };
    json.object(
        () -> {
          members(kind, notice.message() + ".", json);
          json.array(
              "locations",
              () -> json.object(() -> locations.writePhysical(notice.location(), json)));
        });
  }

  private static void write(Analysis.Fault fault, JsonWriter json) throws IOException {
    String cause = fault.cause().getClass().getSimpleName();
    json.object(
        () -> {
          members(
              Kind.INTERNAL_ERROR,
              "An internal error in %s: its findings are missing.".formatted(fault.during()),
              json);
          json.object("exception", () -> json.member("kind", cause));
        });
  }

  @SuppressWarnings("EnumOrdinal") // the descriptors are written in the order of the constants
  private static void members(Kind kind, String sentence, JsonWriter json) throws IOException {
    json.object(
        "descriptor", () -> json.member("id", kind.id()).member("index", KINDS.indexOf(kind)));
    json.member("level", kind.level);
    text("message", sentence, json);
  }

  private static void text(String member, String text, JsonWriter json) throws IOException {
    json.object(member, () -> json.member("text", text));
  }
}
