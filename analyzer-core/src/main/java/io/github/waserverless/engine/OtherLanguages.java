package io.github.waserverless.engine;

import io.github.waserverless.source.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The classes that sources in other languages of the JVM declare: only that they exist. */
final class OtherLanguages {

  private static final Pattern PACKAGE = Pattern.compile("(?m)^[ \\t]*package[ \\t]+([\\w.]+)");
  private static final Pattern CLASS =
      Pattern.compile("(?m)^[\\w \\t@()\"]*?\\b(?:class|object|interface|trait)\\s+(\\w+)");

  private OtherLanguages() {}

  static Map<String, Set<String>> classes(List<SourceFile> files) {
    Map<String, Set<String>> classes = new HashMap<>();
    for (SourceFile file : files) {
      if (!JvmSource.isJava(file.name())) {
        Matcher home = PACKAGE.matcher(file.text());
        String prefix = home.find() ? home.group(1) + "." : "";
        Matcher type = CLASS.matcher(file.text());
        while (type.find()) {
          classes.computeIfAbsent(prefix + type.group(1), c -> new TreeSet<>()).add(file.name());
        }
      }
    }
    return classes;
  }
}
