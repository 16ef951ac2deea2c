package io.github.waserverless.engine;

import io.github.waserverless.assembly.CloudAssembly;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the files that may be templates: those that are named, and those in named folders. */
final class Discovery {

  private final Search search;
  private final Map<Path, Candidate> candidates = new HashMap<>();
  private final Set<Path> counted = new HashSet<>();
  private final Set<Path> assemblies = new HashSet<>();
  private final List<Path> namedSources = new ArrayList<>();
  private final SourcesAhead ahead;
  private final List<FolderSearch> searches = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();

  private Discovery(Search search) {
    this.search = search;
    this.ahead = new SourcesAhead(search.modules());
  }

  /**
   * What was found.
   *
   * @param candidates in the order of their names
   * @param assemblies the folders of cloud assemblies
   * @param code the sources in languages of the JVM
   * @param notices what could not be searched
   */
  record Found(
      List<Candidate> candidates, List<Path> assemblies, CodeFiles code, List<Notice> notices) {}

  /** All candidates, the same in whatever order the paths are given. */
  static Found in(Search search) {
    Discovery discovery = new Discovery(search);
    search.paths().stream()
        .map(Path::normalize)
        .distinct()
        .sorted(Discovery::byName)
        .forEach(discovery::add);
    discovery.searches.forEach(discovery::noticeTests);
    return new Found(
        discovery.candidates.values().stream()
            .sorted((one, two) -> byName(one.path(), two.path()))
            .toList(),
        discovery.assemblies.stream().sorted(Discovery::byName).toList(),
        discovery.code(),
        discovery.notices);
  }

  /** One real file under several names goes by the shortest. */
  private static int preference(Candidate one, Candidate two) {
    if (one.named() != two.named()) {
      return one.named() ? -1 : 1;
    }
    String first = Names.of(one.path());
    String second = Names.of(two.path());
    return first.length() != second.length()
        ? Integer.compare(first.length(), second.length())
        : first.compareTo(second);
  }

  private static int byName(Path one, Path two) {
    return Names.of(one).compareTo(Names.of(two));
  }

  private CodeFiles code() {
    List<Path> sources = new ArrayList<>(namedSources);
    searches.forEach(found -> sources.addAll(found.sources()));
    return new CodeFiles(
        sources, Set.copyOf(namedSources), search.exclusion(), search.modules(), ahead);
  }

  /** A notice for a file that cannot be read. */
  static Notice cannotRead(Path path, String why) {
    return Notice.unreadable(at(path), why);
  }

  /** A file or folder as a place. */
  static Location at(Path path) {
    return Location.startOf(Names.of(path));
  }

  private void add(Path path) {
    if (Files.isRegularFile(path) && JvmSource.isSource(Names.of(path))) {
      namedSources.add(path);
    } else if (Files.isRegularFile(path) && JvmSource.isCode(Names.of(path))) {
      notices.add(
          Notice.notLookedAt(at(path), "no function runs the source of a test or of no class"));
    } else if (isManifest(path)) {
      assemblies.add(path.resolveSibling("").normalize());
    } else if (Files.isRegularFile(path)) {
      keep(new Candidate(path, true));
    } else if (Files.isDirectory(path)) {
      FolderSearch found = FolderSearch.in(path, search.exclusion(), search.outside(), ahead);
      found.files().forEach(file -> keep(new Candidate(file, false)));
      assemblies.addAll(found.assemblies());
      notices.addAll(found.notices());
      searches.add(found);
    } else {
      notices.add(
          cannotRead(
              path, Files.exists(path) ? "neither a file nor a folder" : "no such file or folder"));
    }
  }

  private static boolean isManifest(Path path) {
    return path.endsWith(CloudAssembly.MANIFEST) && Folder.isAssembly(path.resolveSibling(""));
  }

  private void keep(Candidate candidate) {
    candidates.merge(real(candidate.path()), candidate, (a, b) -> preference(a, b) <= 0 ? a : b);
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath();
    }
  }

  /** Test folders hold templates that are wrong on purpose; that they were skipped is said once. */
  private void noticeTests(FolderSearch search) {
    List<Path> others =
        search.testFiles().stream()
            .filter(file -> !candidates.containsKey(real(file)) && counted.add(real(file)))
            .toList();
    long templates =
        others.parallelStream()
            .filter(file -> new Candidate(file, false).looksLikeTemplate())
            .count();
    if (templates > 0) {
      notices.add(
          Notice.notLookedAt(
              at(search.tests()),
              (templates == 1 ? "1 template" : templates + " templates")
                  + " in test folders: such a folder is checked when it is named"));
    }
  }
}
