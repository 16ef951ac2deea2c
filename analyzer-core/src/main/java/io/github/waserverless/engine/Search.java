package io.github.waserverless.engine;

import java.nio.file.Path;
import java.util.List;

/**
 * What a run is asked to read.
 *
 * @param paths files, which are read in any case, and folders, which are searched
 * @param exclusion what is not read in the folders
 * @param outside whether what templates name may lie anywhere
 */
public record Search(List<Path> paths, Exclusion exclusion, boolean outside) {

  /** A search that leaves nothing out. */
  public static Search in(List<Path> paths) {
    return new Search(paths, Exclusion.NONE, false);
  }
}
