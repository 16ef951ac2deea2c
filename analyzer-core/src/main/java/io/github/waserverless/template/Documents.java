package io.github.waserverless.template;

import io.github.waserverless.source.Location;
import io.github.waserverless.source.Notice;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.source.Span;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Documents that stand outside a template's own tree: JSON written as text, and local files. This
 * one knows none of them.
 */
public interface Documents {

  /** Knows no document. */
  Documents NONE = new Documents() {};

  /**
   * A local file.
   *
   * @param content empty when it cannot be read
   * @param problem why not, as what is said of the file
   */
  record LocalFile(Optional<SourceFile> content, String problem) {

    /** A file with its content. */
    public static LocalFile of(SourceFile content) {
      return new LocalFile(Optional.of(content), "");
    }

    /** A file that cannot be read. */
    public static LocalFile not(String problem) {
      return new LocalFile(Optional.empty(), problem);
    }
  }

  /**
   * What reading a text gave.
   *
   * @param root empty when the text cannot be read or holds nothing
   * @param notices what was wrong, and where
   */
  record Tree(Optional<Value> root, List<Notice> notices) {

    private static final Tree NONE = new Tree(Optional.empty(), List.of());
  }

  /** The JSON that a text holds; empty when it is not JSON. Places are those of the text. */
  default Optional<Value> inText(Scalar text) {
    return Optional.empty();
  }

  /** A local file, named relative to the template. */
  default LocalFile file(String path) {
    return LocalFile.not("cannot be read");
  }

  /** The YAML or JSON of a local file, named relative to the template; empty when unreadable. */
  default Optional<Value> inFile(Scalar path) {
    return file(path.raw()).content().flatMap(content -> tree(content).root());
  }

  /** The tree of a text that must be JSON, with places in that text. */
  default Tree json(SourceFile text) {
    return Tree.NONE;
  }

  /** The tree of a text in YAML or JSON, with places in that text. */
  default Tree tree(SourceFile text) {
    return Tree.NONE;
  }

  /**
   * Finds where stretches of a text stand in the template; nothing where the text does not stand
   * there line by line, as in a block scalar.
   */
  default Function<Span, Optional<Location>> places(Scalar text) {
    return stretch -> Optional.empty();
  }
}
