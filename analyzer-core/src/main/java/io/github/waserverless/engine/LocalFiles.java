package io.github.waserverless.engine;

import io.github.waserverless.template.Documents;
import java.nio.file.Path;

/** The files that templates name by local paths. */
interface LocalFiles {

  /** A file, or why it cannot be read. */
  Documents.LocalFile read(Path path);
}
