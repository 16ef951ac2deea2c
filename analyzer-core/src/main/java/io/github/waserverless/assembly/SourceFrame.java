package io.github.waserverless.assembly;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of the user's own code in a stack trace that the CDK recorded.
 *
 * @param type the Java class that it is in; empty in other languages
 * @param file the file as the trace names it: a bare name in Java
 */
public record SourceFrame(String type, String file, int line, int column) {

  /** {@code new Shop (lib/shop.ts:12:5)}, {@code demo.App.main (App.java:33)}, {@code a.js:1:2}. */
  private static final Pattern FRAME =
      Pattern.compile(
          "(?:(?<what>.*) \\()?(?<file>[^()]+?):(?<line>\\d+)(?::(?<column>\\d+))?\\)?");

  private static final Pattern NOT_THE_USERS =
      Pattern.compile(
          "(?:^|.*[/\\\\])node_modules[/\\\\].*|node:.*|internal/.*|.*/jsii-(?:kernel|runtime)/.*"
              + "|.*[/\\\\](?:jsii-runtime|program)\\.js|evalmachine.*");

  private static final List<String> OTHER_CLASSES =
      List.of(
          "software.amazon.awscdk.",
          "software.amazon.jsii.",
          "software.constructs.",
          "java.",
          "javax.",
          "jdk.",
          "sun.",
          "com.sun.",
          "org.codehaus.mojo.",
          "org.apache.maven.",
          "org.gradle.",
          "kotlin.");

  /** The innermost frame of a trace that is the user's. */
  static Optional<SourceFrame> in(List<String> trace) {
    return trace.stream().flatMap(frame -> of(frame.strip()).stream()).findFirst();
  }

  private static Optional<SourceFrame> of(String frame) {
    String written = frame.startsWith("at ") ? frame.substring(3) : frame;
    Matcher parts = FRAME.matcher(written);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String file = parts.group("file").replaceFirst("^file://", "");
    boolean java = file.endsWith(".java");
    String what = Optional.ofNullable(parts.group("what")).orElse("");
    if (java ? OTHER_CLASSES.stream().anyMatch(what::startsWith) : isOfLibrary(file)) {
      return Optional.empty();
    }
    int column = java ? 1 : number(parts.group("column"));
    int line = number(parts.group("line"));
    return line < 1
        ? Optional.empty()
        : Optional.of(new SourceFrame(java ? type(what) : "", file, line, Math.max(1, column)));
  }

  private static boolean isOfLibrary(String file) {
    return NOT_THE_USERS.matcher(file).matches();
  }

  /** The top-level class of a method: {@code demo.App$OrdersStack.<init>} is in demo.App. */
  private static String type(String method) {
    int dot = method.lastIndexOf('.');
    String type = dot < 0 ? "" : method.substring(0, dot);
    int nested = type.indexOf('$');
    return nested < 0 ? type : type.substring(0, nested);
  }

  private static int number(String digits) {
    try {
      return digits == null ? 0 : Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
