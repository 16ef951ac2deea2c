package io.github.waserverless.suppression;

import io.github.waserverless.rule.Suppression;
import io.github.waserverless.rule.Suppression.Means;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The suppressions in comments of YAML and Java: {@code # wa-serverless:ignore WAS701 reason}. A
 * comment speaks for its own line; one that has a line of its own, for what comes next.
 */
final class Comments {

  /** What a text must hold to hold any. */
  static final String MARK = "wa-serverless:ignore";

  private static final Pattern COMMENT =
      Pattern.compile(
          "(?:^|(?<=\\s))(#|//|/\\*|\\*)\\s*" + MARK + "\\b[ \\t]*(.*?)(?:\\s*\\*/)?\\s*$");

  /** Rules, separated by commas, and the rest. */
  private static final Pattern STATEMENT =
      Pattern.compile("([\\w-]+(?:\\s*,\\s*[\\w-]+)*+)?[\\s:–—-]*(.*)");

  private Comments() {}

  static List<Suppression> in(SourceFile source) {
    List<Suppression> found = new ArrayList<>();
    SourceLines lines = new SourceLines(source);
    for (int number = 1; number <= lines.count(); number++) {
      String line = lines.get(number);
      Matcher comment = COMMENT.matcher(line);
      if (line.contains(MARK) && comment.find()) {
        boolean alone = line.substring(0, comment.start()).isBlank();
        Suppression.Lines reach = alone ? lines.after(number) : lines.around(number);
        Span span =
            new Span(number, comment.start() + 1, number, line.stripTrailing().length() + 1);
        add(comment.group(2), new Location(source.name(), span), reach, found);
      }
    }
    return found;
  }

  private static void add(
      String text, Location place, Suppression.Lines reach, List<Suppression> into) {
    Matcher statement = STATEMENT.matcher(text);
    if (!statement.matches() || statement.group(1) == null) {
      into.add(new Suppression("", text, place, reach, Means.COMMENT));
      return;
    }
    for (String rule : statement.group(1).split("\\s*,\\s*", -1)) {
      into.add(new Suppression(rule, statement.group(2).strip(), place, reach, Means.COMMENT));
    }
  }
}
