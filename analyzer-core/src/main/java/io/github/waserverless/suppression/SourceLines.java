package io.github.waserverless.suppression;

import io.github.waserverless.rule.Suppression.Lines;
import io.github.waserverless.source.SourceFile;
import java.util.List;
import java.util.Set;

/** The lines of a file, and which of them belong together. */
final class SourceLines {

  /** No statement is longer: where its end is missed, little more than it is meant. */
  private static final int LONGEST = 40;

  /** Languages with Java's comments and statements, near enough. */
  private static final Set<String> LIKE_JAVA =
      Set.of("java", "ts", "mts", "cts", "tsx", "js", "mjs", "cjs", "cs", "go", "kt");

  private final String file;
  private final boolean java;
  private final List<String> lines;

  SourceLines(SourceFile source) {
    this.file = source.name();
    this.java = LIKE_JAVA.contains(file.substring(file.lastIndexOf('.') + 1));
    this.lines = source.text().lines().toList();
  }

  int count() {
    return lines.size();
  }

  /** A line by its number, from 1. */
  String get(int number) {
    return lines.get(number - 1);
  }

  /** What a comment at the end of a line speaks for: in Java the whole statement. */
  Lines around(int number) {
    if (!java) {
      return new Lines(file, number, number);
    }
    int first = number;
    while (first > 1 && number - first < LONGEST && !endsStatement(first - 1)) {
      first--;
    }
    return new Lines(file, first, endOfStatement(number));
  }

  /** What a comment on a line of its own speaks for: the next line that says something. */
  Lines after(int number) {
    int next = number + 1;
    while (next < count() && saysNothing(get(next))) {
      next++;
    }
    int first = Math.min(next, count());
    return new Lines(file, first, java ? endOfStatement(first) : first);
  }

  private int endOfStatement(int from) {
    int last = from;
    while (last < count() && last - from < LONGEST && !endsStatement(last)) {
      last++;
    }
    return last;
  }

  private boolean endsStatement(int number) {
    String code = withoutComment(get(number)).strip();
    return code.isEmpty()
        || code.endsWith(";")
        || code.endsWith("{")
        || code.endsWith("}")
        || code.startsWith("*")
        || code.endsWith("*/");
  }

  /** Two slashes in a text are rare at the end of a line, and cost nothing here. */
  private static String withoutComment(String line) {
    int slashes = line.lastIndexOf("//");
    boolean inText = slashes >= 0 && slashes > 0 && line.charAt(slashes - 1) == ':';
    return slashes < 0 || inText ? line : line.substring(0, slashes);
  }

  private boolean saysNothing(String line) {
    String text = line.strip();
    return text.isEmpty() || text.startsWith(java ? "//" : "#");
  }
}
