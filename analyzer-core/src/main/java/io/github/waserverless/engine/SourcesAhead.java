package io.github.waserverless.engine;

import io.github.waserverless.parse.JavaReader;
import io.github.waserverless.source.SourceFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sources that are read while others are still searched for, and parsed if they are sure to be
 * judged: those of handlers.
 */
final class SourcesAhead {

  private final Modules modules;
  private final Map<Path, Ahead<Source>> begun = new HashMap<>();

  /**
   * @param modules what says which sources are those of tests, which nobody wants
   */
  SourcesAhead(Modules modules) {
    this.modules = modules;
  }

  private record Source(CodeText text, Optional<JavaReader.ParsedJava> parsed) {}

  /** Begins with a source that nobody named. */
  void begin(Path path) {
    if (!modules.isTest(path)) {
      begun.computeIfAbsent(path, p -> Ahead.of(() -> read(p)));
    }
  }

  private static Source read(Path path) {
    CodeText text = CodeText.of(path);
    return new Source(
        text,
        text.source()
            .filter(source -> JvmSource.isJava(source.name()) && JavaCode.isOfHandler(source))
            .map(source -> JavaReader.read(source, false)));
  }

  /** The text of a source. */
  CodeText text(Path path) {
    Ahead<Source> ahead = begun.get(path);
    return ahead == null ? CodeText.of(path) : ahead.get().text();
  }

  /** A Java source that nobody named, parsed. */
  JavaReader.ParsedJava parsed(SourceFile text) {
    Ahead<Source> ahead = begun.get(text.path());
    return Optional.ofNullable(ahead)
        .flatMap(begun -> begun.get().parsed())
        .orElseGet(() -> JavaReader.read(text, false));
  }
}
