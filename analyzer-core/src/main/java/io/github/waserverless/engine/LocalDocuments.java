package io.github.waserverless.engine;

import io.github.waserverless.parse.JsonReader;
import io.github.waserverless.parse.TextDecoder;
import io.github.waserverless.parse.TreeReader;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.template.Documents;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The documents that a template names by a local path, or holds as text. */
final class LocalDocuments implements Documents {

  private final SourceFile template;

  LocalDocuments(SourceFile template) {
    this.template = template;
  }

  @Override
  public Optional<Value> inText(Scalar text) {
    return JsonReader.read(text.raw(), text.location());
  }

  @Override
  public Optional<Value> inFile(Scalar path) {
    return local(template, path.raw()).flatMap(LocalDocuments::read);
  }

  /** The file that a template names, when it is a local one that exists. */
  static Optional<Path> local(SourceFile template, String path) {
    return beside(template, path).filter(Files::isRegularFile);
  }

  /** Where a local path leads from a template. */
  static Optional<Path> beside(SourceFile template, String path) {
    if (path.contains("://") || path.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(template.path().resolveSibling(path).normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Optional<Value> read(Path file) {
    try {
      String text = TextDecoder.decode(Files.readAllBytes(file));
      return TreeReader.read(new SourceFile(file, Names.of(file), text)).root();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
