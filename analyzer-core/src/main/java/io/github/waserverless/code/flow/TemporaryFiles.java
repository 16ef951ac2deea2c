package io.github.waserverless.code.flow;

import io.github.waserverless.code.flow.FileAccess.Kind;
import io.github.waserverless.code.flow.Surroundings.Branch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files under {@code /tmp} that a handler uses. */
public final class TemporaryFiles {

  private TemporaryFiles() {}

  /**
   * A file that an event reads or looks for before it writes it: what it finds is from an earlier
   * event.
   *
   * @param path the file
   * @param isCache whether it is only written when it is not there
   */
  public record Leftover(String path, FileAccess read, FileAccess write, boolean isCache) {}

  /** The files that events find, one finding for each file. */
  public static List<Leftover> leftovers(Reachability reach, Evaluation values) {
    Map<String, List<FileAccess>> byPath = new LinkedHashMap<>();
    for (FileAccess access : FileAccess.in(reach, values)) {
      path(access).ifPresent(p -> byPath.computeIfAbsent(p, k -> new ArrayList<>()).add(access));
    }
    List<Leftover> all = new ArrayList<>();
    byPath.forEach((path, uses) -> leftover(path, uses).ifPresent(all::add));
    return List.copyOf(all);
  }

  private static Optional<String> path(FileAccess access) {
    return access
        .path()
        .constant()
        .filter(p -> p.startsWith("/tmp/"))
        .filter(p -> access.reached().phase() == Phase.INVOKE);
  }

  private static Optional<Leftover> leftover(String path, List<FileAccess> uses) {
    List<FileAccess> writes = uses.stream().filter(u -> u.kind() == Kind.WRITE).toList();
    Optional<FileAccess> first =
        uses.stream()
            .filter(u -> u.kind() == Kind.READ || u.kind() == Kind.TEST)
            .filter(u -> writes.stream().noneMatch(w -> w.reached().isBefore(u.reached())))
            .findFirst();
    if (first.isEmpty() || writes.isEmpty() || isDeletedFirst(uses, first.get())) {
      return Optional.empty();
    }
    FileAccess write = writes.get(0);
    boolean guarded = write.reached().site().around().inside(Branch.class);
    boolean cache = first.get().kind() == Kind.TEST && guarded;
    boolean replaced = first.get().kind() == Kind.TEST && !guarded;
    return replaced ? Optional.empty() : Optional.of(new Leftover(path, first.get(), write, cache));
  }

  private static boolean isDeletedFirst(List<FileAccess> uses, FileAccess read) {
    return uses.stream()
        .anyMatch(u -> u.kind() == Kind.DELETE && u.reached().isBefore(read.reached()));
  }
}
