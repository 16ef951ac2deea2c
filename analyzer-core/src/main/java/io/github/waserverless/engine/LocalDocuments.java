package io.github.waserverless.engine;

import io.github.waserverless.parse.JsonReader;
import io.github.waserverless.parse.Parsed;
import io.github.waserverless.parse.TreeReader;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.source.Span;
import io.github.waserverless.template.Documents;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Value;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The documents that a template names by a local path, or holds as text. */
final class LocalDocuments implements Documents {

  /** No file system takes a longer path. */
  static final int LONGEST = 4096;

  private final SourceFile template;
  private final LocalFiles files;

  LocalDocuments(SourceFile template, LocalFiles files) {
    this.template = template;
    this.files = files;
  }

  @Override
  public Optional<Value> inText(Scalar text) {
    return JsonReader.read(text.raw(), text.location());
  }

  @Override
  public LocalFile file(String path) {
    return beside(template, path).map(files::read).orElse(LocalFile.not("is no local file"));
  }

  @Override
  public Tree json(SourceFile text) {
    return tree(JsonReader.read(text));
  }

  @Override
  public Tree tree(SourceFile text) {
    return tree(TreeReader.read(text));
  }

  private static Tree tree(Parsed parsed) {
    return new Tree(parsed.root(), List.copyOf(parsed.notices()));
  }

  @Override
  public Function<Span, Optional<Location>> places(Scalar text) {
    return new BlockScalar(template, text)::place;
  }

  /** Where a local path leads from a template. */
  static Optional<Path> beside(SourceFile template, String path) {
    if (path.length() > LONGEST || path.contains("://") || path.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(template.path().resolveSibling(path).normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
