package io.github.waserverless.app;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a module is built: its {@code pom.xml} or Gradle script, with those of its parents.
 *
 * @param file the module's own script
 * @param texts its text and those of its parents, comments left out
 * @param complete whether no parent is out of sight
 */
public record BuildScript(String file, List<String> texts, boolean complete) {

  private static final Pattern WEAVES =
      Pattern.compile("aspectj-maven-plugin|io\\.freefair\\.aspectj|aspectjweaver");
  private static final Pattern OF_GRADLE = Pattern.compile("\\baspect\\b[ (]|inpath");
  private static final String LIBRARIES = "<aspectLibraries>";

  private static final Pattern X86 = Pattern.compile("linux[-_](x86[-_]64|amd64)");
  private static final Pattern ARM = Pattern.compile("linux[-_](aarch[-_]?64|arm64)");

  /** Whether aspects are woven into its classes at all. */
  public boolean weaves() {
    return texts.stream().anyMatch(t -> WEAVES.matcher(t).find());
  }

  /** Whether the aspects of a library are woven into its classes. */
  public boolean weaves(String artifact) {
    return weaves() && texts.stream().anyMatch(text -> weaves(text, artifact));
  }

  private static boolean weaves(String text, String artifact) {
    // No regular expression: one that begins often and never ends would be looked for to the end
    // each time.
    for (int open = text.indexOf(LIBRARIES); open >= 0; open = text.indexOf(LIBRARIES, open + 1)) {
      int close = text.indexOf("</aspectLibraries>", open);
      if (close < 0) {
        break;
      }
      if (text.substring(open, close).contains(artifact)) {
        return true;
      }
      open = close;
    }
    return text.lines().anyMatch(line -> weavesIn(line, artifact));
  }

  private static boolean weavesIn(String line, String artifact) {
    Matcher begin = OF_GRADLE.matcher(line);
    return begin.find() && line.indexOf(artifact, begin.start()) >= 0;
  }

  /** Whether it packs native code for x86_64 under Linux, and none for arm64 beside it. */
  public boolean isForX86Only() {
    return texts.stream().anyMatch(t -> X86.matcher(t).find())
        && texts.stream().noneMatch(t -> ARM.matcher(t).find());
  }
}
