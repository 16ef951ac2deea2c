package io.github.waserverless.engine;

import io.github.waserverless.assembly.SourceFrame;
import io.github.waserverless.source.Lines;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.source.Span;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The files that stack traces name, as far as they are in the project. */
final class FrameFiles {

  private static final Set<String> SOURCES =
      Set.of("java", "ts", "mts", "cts", "tsx", "js", "mjs", "cjs", "py", "cs", "fs", "go", "kt");

  private final LocalFiles files;
  private final PathsByEnd java;
  private final Map<Path, Optional<SourceFile>> read = new ConcurrentHashMap<>();
  private final Map<String, Lines> lines = new ConcurrentHashMap<>();

  /**
   * @param files the files that may be read
   * @param java the Java sources that were found
   */
  FrameFiles(LocalFiles files, List<Path> java) {
    this.files = files;
    this.java = new PathsByEnd(java);
  }

  /** The texts that were read, by the names of their files. */
  Map<String, SourceFile> sources() {
    Map<String, SourceFile> sources = new TreeMap<>();
    read.values().forEach(file -> file.ifPresent(f -> sources.put(f.name(), f)));
    return sources;
  }

  /** The place of a frame; none where nobody could open it. */
  Optional<Location> place(SourceFrame frame, Optional<Path> project) {
    if (!SOURCES.contains(frame.file().substring(frame.file().lastIndexOf('.') + 1))
        || frame.file().length() > LocalDocuments.LONGEST) {
      return Optional.empty();
    }
    try {
      return frame.type().isEmpty() ? inFile(frame, project) : inJava(frame, project);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** A frame of Java has the bare name of its file; where the file is not here, that is told. */
  private Optional<Location> inJava(SourceFrame frame, Optional<Path> project) {
    String folder = frame.type().substring(0, frame.type().lastIndexOf('.') + 1).replace('.', '/');
    Path end = Path.of(folder + frame.file());
    List<Path> found =
        java.endingWith(end).stream()
            .filter(file -> project.isEmpty() || absolute(file).startsWith(absolute(project.get())))
            .toList();
    return found.size() == 1
        ? text(found.get(0)).flatMap(text -> in(text, frame))
        : Optional.of(bare(frame)).filter(place -> found.isEmpty());
  }

  private static Location bare(SourceFrame frame) {
    return new Location(frame.file(), new Span(frame.line(), 1, frame.line(), 1));
  }

  /** A path may come from another machine: then its end still leads through the project. */
  private Optional<Location> inFile(SourceFrame frame, Optional<Path> project) {
    if (project.isEmpty()) {
      return Optional.empty();
    }
    Path written = Path.of(frame.file().replace('\\', '/').replaceFirst("^[A-Za-z]:", ""));
    Path absolute = absolute(project.get().resolve(written));
    Path root = absolute(project.get());
    if (absolute.startsWith(root)) {
      Path named = project.get().resolve(root.relativize(absolute));
      Optional<SourceFile> text = text(named);
      if (text.isPresent()) {
        return in(text.get(), frame);
      }
    }
    for (int from = 0; from < written.getNameCount(); from++) {
      Path end = written.subpath(from, written.getNameCount());
      Optional<SourceFile> text =
          end.startsWith("..") ? Optional.empty() : text(project.get().resolve(end));
      if (text.isPresent()) {
        return in(text.get(), frame);
      }
    }
    return Optional.empty();
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private Optional<SourceFile> text(Path file) {
    return read.computeIfAbsent(
        file, f -> Files.isRegularFile(f) ? files.read(f).content() : Optional.empty());
  }

  /** A line that is not there any more shows that the code has changed since the synthesis. */
  private Optional<Location> in(SourceFile source, SourceFrame frame) {
    Lines lines = this.lines.computeIfAbsent(source.name(), name -> Lines.of(source.text()));
    if (frame.line() > lines.count()) {
      return Optional.empty();
    }
    String line = lines.line(frame.line());
    int first = line.length() - line.stripLeading().length() + 1;
    int start = frame.column() > 1 && frame.column() <= line.length() ? frame.column() : first;
    int end = Math.max(start, line.stripTrailing().length() + 1);
    return line.isBlank()
        ? Optional.empty()
        : Optional.of(
            new Location(source.name(), new Span(frame.line(), start, frame.line(), end)));
  }
}
