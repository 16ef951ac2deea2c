package io.github.waserverless.maven;

import io.github.waserverless.engine.Modules;
import io.github.waserverless.engine.SourceRoot;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * The build that a goal runs in.
 *
 * @param folder where it was started: that of its POM, or any folder without one
 * @param whole the folder of the outermost local parent, for a build of a part of the project
 * @param output where its reports go
 * @param projects all of its modules, also those that are not built this time
 */
record Reactor(Path folder, Path whole, Path output, List<MavenProject> projects) {

  static Reactor of(MavenSession session) {
    List<MavenProject> all = all(session);
    Optional<MavenProject> start = all.stream().filter(MavenProject::isExecutionRoot).findFirst();
    if (start.isEmpty()) {
      // The directory of a project that does not exist is not even interpolated.
      Path folder = Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize();
      return new Reactor(folder, folder, folder.resolve("target"), List.of());
    }
    MavenProject root = start.get();
    Path output = Path.of(root.getBuild().getDirectory());
    return new Reactor(folder(root), outermost(root), output, all);
  }

  private static List<MavenProject> all(MavenSession session) {
    // Maven gives the list of modules that were left out by -pl only when there are any.
    @Nullable List<MavenProject> all = session.getAllProjects();
    return (all == null ? session.getProjects() : all)
        .stream().filter(project -> project.getFile() != null).toList();
  }

  static Path folder(MavenProject project) {
    return project.getBasedir().toPath().toAbsolutePath().normalize();
  }

  private static Path outermost(MavenProject project) {
    Path outermost = folder(project);
    for (MavenProject parent = project.getParent(); parent != null; parent = parent.getParent()) {
      @Nullable File file = parent.getFile();
      if (file == null || !outermost.startsWith(folder(parent))) {
        break;
      }
      outermost = folder(parent);
    }
    return outermost;
  }

  /** Whether the project is more than what is built. */
  boolean isPart() {
    return !whole.equals(folder);
  }

  /** The folders of the project, none of which lies in another one. */
  List<Path> folders() {
    List<Path> sorted = new ArrayList<>(projects.stream().map(Reactor::folder).toList());
    sorted.add(whole);
    sorted.sort(Comparator.comparing(Path::getNameCount).thenComparing(path -> path));
    List<Path> outer = new ArrayList<>();
    for (Path folder : sorted) {
      if (outer.stream().noneMatch(folder::startsWith)) {
        outer.add(folder);
      }
    }
    return outer.stream().map(Reactor::shown).toList();
  }

  /** What is known of the modules. */
  Modules modules() {
    return new Modules(projects.stream().map(ModuleReader::read).toList());
  }

  /** The folders of the sources of all modules. */
  List<Path> sources() {
    return projects.stream()
        .flatMap(project -> project.getCompileSourceRoots().stream())
        .map(Path::of)
        .filter(Files::isDirectory)
        .toList();
  }

  /** A path that a parameter gives. */
  Path resolve(String path) {
    return shown(folder.resolve(path).normalize());
  }

  /** A path as it is shown: from where Maven was called, if it lies below. */
  static Path shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return path.startsWith(here) ? SourceRoot.fromHere(path) : path;
  }
}
