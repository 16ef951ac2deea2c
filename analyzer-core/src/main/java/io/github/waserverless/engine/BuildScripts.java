package io.github.waserverless.engine;

import io.github.waserverless.app.BuildScript;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the build scripts of modules. */
final class BuildScripts {

  private static final List<String> NAMES = List.of("pom.xml", "build.gradle", "build.gradle.kts");

  /** Where another tool builds, nothing is known. */
  private static final List<String> OTHERS =
      List.of("BUILD", "BUILD.bazel", "build.sbt", "build.xml", "build.mill");

  private static final int HIGHEST = 8;

  private final Function<Path, Optional<String>> texts;
  private final Modules modules;
  private final Map<Path, Optional<BuildScript>> known = new HashMap<>();
  private final Map<Path, Optional<String>> read = new HashMap<>();

  /**
   * @param texts the text of a file; empty when there is none
   * @param modules what need not be read from texts
   */
  BuildScripts(Function<Path, Optional<String>> texts, Modules modules) {
    this.texts = texts;
    this.modules = modules;
  }

  /** The script that a source file is built with. */
  Optional<BuildScript> of(Path source) {
    Path folder = source.resolveSibling("");
    Optional<BuildScript> script = known.get(folder);
    if (script == null) {
      script = read(folder);
      known.put(folder, script);
    }
    return script;
  }

  private Optional<BuildScript> read(Path folder) {
    String file = "";
    List<String> all = new ArrayList<>();
    int gap = 0;
    for (Path f = folder; f != null && gap < HIGHEST; f = up(f)) {
      Path here = f;
      Optional<BuildScript> whole = all.isEmpty() ? modules.script(f) : Optional.empty();
      if (whole.isPresent()) {
        return whole;
      }
      if (all.isEmpty() && OTHERS.stream().anyMatch(n -> text(here.resolve(n)).isPresent())) {
        return Optional.empty();
      }
      gap++;
      for (String name : NAMES) {
        Path path = f.resolve(name);
        Optional<String> text = text(path);
        if (text.isPresent()) {
          gap = all.isEmpty() ? HIGHEST - 2 : gap - 1;
          file = all.isEmpty() ? Names.of(path) : file;
          all.add(text.get());
        }
      }
    }
    long parents = all.stream().filter(t -> t.contains("<parent>")).count();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(new BuildScript(file, List.copyOf(all), parents < all.size()));
  }

  /** A script without its comments; many folders look for it in the same places above them. */
  private Optional<String> text(Path path) {
    Optional<String> text = read.get(path);
    if (text == null) {
      text = texts.apply(path).map(BuildScripts::withoutComments);
      read.put(path, text);
    }
    return text;
  }

  // No regular expression: one that begins often and never ends would be looked for to the end each
  // time.
  private static String withoutComments(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    int from = 0;
    for (int open = text.indexOf("<!--"); open >= 0; open = text.indexOf("<!--", from)) {
      int close = text.indexOf("-->", open + "<!--".length());
      if (close < 0) {
        break;
      }
      kept.append(text, from, open);
      from = close + "-->".length();
    }
    return kept.append(text, from, text.length()).toString();
  }

  private static @org.jspecify.annotations.Nullable Path up(Path folder) {
    Path parent = folder.getParent();
    return parent != null || folder.toString().isEmpty() ? parent : Path.of("");
  }
}
