package io.github.waserverless.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Sources in languages of the JVM.
 *
 * @param named those that the user named
 * @param exclusion what a search for more of them leaves out
 * @param modules the modules of the build that they are part of
 * @param ahead those that are being read
 */
record CodeFiles(
    List<Path> files, Set<Path> named, Exclusion exclusion, Modules modules, SourcesAhead ahead) {

  /** No source, of no build. */
  static final CodeFiles NONE =
      new CodeFiles(
          List.of(), Set.of(), Exclusion.NONE, Modules.NONE, new SourcesAhead(Modules.NONE));
}
