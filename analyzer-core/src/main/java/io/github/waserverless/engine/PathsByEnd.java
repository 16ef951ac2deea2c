package io.github.waserverless.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Files that are looked for by the end of their paths. */
final class PathsByEnd {

  private final Map<@Nullable Path, List<Path>> byName = new HashMap<>();

  PathsByEnd(Collection<Path> files) {
    for (Path file : files) {
      byName.computeIfAbsent(file.getFileName(), name -> new ArrayList<>(1)).add(file);
    }
  }

  /** Those that end so, in the order of all. */
  List<Path> endingWith(Path end) {
    return byName.getOrDefault(end.getFileName(), List.of()).stream()
        .filter(file -> file.endsWith(end))
        .toList();
  }
}
