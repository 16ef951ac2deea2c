package io.github.waserverless.sarif;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Markdown as plain text. */
final class PlainText {

  /** The longest description that GitHub takes. */
  private static final int LONGEST = 1024;

  private static final Pattern PARAGRAPH = Pattern.compile("\n\\s*\n");
  private static final Pattern EXPECTATION = Pattern.compile("[ \\t]*(?:#|//) (?:expect|also): .*");

  private PlainText() {}

  /** The paragraphs between the title of a page and its first heading. */
  static String introduction(String page) {
    List<String> paragraphs = new ArrayList<>();
    for (String block : PARAGRAPH.splitAsStream(page).toList()) {
      if (block.startsWith("## ") || block.startsWith("```")) {
        break;
      }
      String text = block.startsWith("# ") ? afterFirstLine(block) : block;
      if (!text.isBlank()) {
        paragraphs.add(inline(text.replaceAll("\\s*\n\\s*", " ").strip()));
      }
    }
    return shortened(String.join(" ", paragraphs));
  }

  private static String afterFirstLine(String block) {
    int end = block.indexOf('\n');
    return end < 0 ? "" : block.substring(end + 1);
  }

  /** A page for those who read it beside a finding: without its title and its tests. */
  static String forReaders(String page) {
    String body = page.startsWith("# ") ? afterFirstLine(page).stripLeading() : page;
    return EXPECTATION.matcher(body).replaceAll("");
  }

  /** Code, emphasis and links as what they say. */
  private static String inline(String markdown) {
    return markdown
        .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
        .replaceAll("\\*\\*([^*]+)\\*\\*", "$1")
        .replace("`", "");
  }

  /** The sentences that fit. */
  private static String shortened(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = text.lastIndexOf(". ", LONGEST - 1);
    return end > 0 ? text.substring(0, end + 1) : text.substring(0, LONGEST - 1) + "…";
  }
}
