package io.github.waserverless.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the {@code .gitignore} files from the root of a repository down to a folder say. */
final class GitIgnore {

  /** Ignores nothing. */
  static final GitIgnore NONE = new GitIgnore(null, "", List.of());

  private final @Nullable GitIgnore above;
  private final String folder;
  private final List<Line> lines;

  private GitIgnore(@Nullable GitIgnore above, String folder, List<Line> lines) {
    this.above = above;
    this.folder = folder;
    this.lines = lines;
  }

  /**
   * Where a search starts.
   *
   * @param path the folder's path in its repository, empty or ending with a slash
   */
  record Position(GitIgnore rules, String path) {}

  /** What governs a folder from above; its own file is not read yet. */
  static Position of(Path folder) {
    Deque<Path> chain = new ArrayDeque<>();
    Path top = folder.toAbsolutePath().normalize();
    while (top != null && !Files.exists(top.resolve(".git"))) {
      chain.push(top);
      top = top.getParent();
    }
    if (top == null) {
      return new Position(NONE, "");
    }
    GitIgnore rules = NONE.with(top.resolve(".git").resolve("info").resolve("exclude"), "");
    String path = "";
    for (Path below : chain) {
      rules = rules.with(top.resolve(".gitignore"), path);
      path += below.getFileName() + "/";
      top = below;
    }
    return new Position(rules, path);
  }

  /**
   * These rules and those of a file, which win.
   *
   * @param folder the path of the file's folder in its repository, empty or ending with a slash
   */
  GitIgnore with(Path file, String folder) {
    // Git follows no link either.
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return this;
    }
    try {
      // Git compares bytes: a name that is not UTF-8 must not end the search.
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      List<Line> lines = lines(text);
      return lines.isEmpty() ? this : new GitIgnore(this, folder, lines);
    } catch (IOException e) {
      return this;
    }
  }

  /** These rules and those of a text, which win. */
  GitIgnore with(String text, String folder) {
    return new GitIgnore(this, folder, lines(text));
  }

  /** Whether an entry of a folder that is not ignored itself is ignored. */
  boolean ignores(String path, boolean isFolder) {
    for (GitIgnore level = this; level != null; level = level.above) {
      String below = path.substring(level.folder.length());
      for (int i = level.lines.size() - 1; i >= 0; i--) {
        Line line = level.lines.get(i);
        if (line.matches(below, isFolder)) {
          return !line.negated;
        }
      }
    }
    return false;
  }

  private static List<Line> lines(String text) {
    List<Line> lines = new ArrayList<>();
    for (String line : (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\n", -1)) {
      String pattern = stripped(line);
      if (!pattern.isEmpty() && !pattern.startsWith("#")) {
        lines.add(Line.of(pattern));
      }
    }
    return lines;
  }

  /** The line without the spaces at its end that are not escaped. */
  private static String stripped(String line) {
    int end = line.endsWith("\r") ? line.length() - 1 : line.length();
    while (end > 0 && line.charAt(end - 1) == ' ') {
      int backslashes = 0;
      while (end - 2 - backslashes >= 0 && line.charAt(end - 2 - backslashes) == '\\') {
        backslashes++;
      }
      if (backslashes % 2 == 1) {
        break;
      }
      end--;
    }
    return line.substring(0, end);
  }

  /**
   * One line.
   *
   * @param anchored whether it speaks of paths, not of names at any depth
   */
  private record Line(Glob glob, boolean negated, boolean foldersOnly, boolean anchored) {

    static Line of(String line) {
      boolean negated = line.startsWith("!");
      String pattern = negated ? line.substring(1) : line;
      boolean foldersOnly = pattern.endsWith("/");
      if (foldersOnly) {
        pattern = pattern.substring(0, pattern.length() - 1);
      }
      boolean anchored = pattern.indexOf('/') >= 0;
      if (pattern.startsWith("/")) {
        pattern = pattern.substring(1);
      }
      return new Line(new Glob(pattern), negated, foldersOnly, anchored);
    }

    boolean matches(String path, boolean isFolder) {
      if (foldersOnly && !isFolder) {
        return false;
      }
      return glob.matches(anchored ? path : path.substring(path.lastIndexOf('/') + 1));
    }
  }
}
