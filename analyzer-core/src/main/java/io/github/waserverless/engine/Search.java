package io.github.waserverless.engine;

import java.nio.file.Path;
import java.util.List;

/**
 * What a run is asked to read.
 *
 * @param paths files, which are read in any case, and folders, which are searched
 * @param exclusion what is not read in the folders
 * @param modules the modules of the build that it is part of
 * @param outside whether what templates name may lie anywhere
 */
public record Search(List<Path> paths, Exclusion exclusion, Modules modules, boolean outside) {

  /** A search outside of any build. */
  public Search(List<Path> paths, Exclusion exclusion) {
    this(paths, exclusion, Modules.NONE, false);
  }

  /** A search that leaves nothing out. */
  public static Search in(List<Path> paths) {
    return new Search(paths, Exclusion.NONE);
  }
}
