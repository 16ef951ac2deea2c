package io.github.waserverless.delta;

import io.github.waserverless.engine.Analysis;
import io.github.waserverless.engine.InvalidInput;
import io.github.waserverless.engine.Unreported;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.source.Location;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Keeps the findings that concern some files, wherever else they also have places. */
public final class Concerned {

  /** Whether somebody asked about a file, by its real path. */
  private final Predicate<Path> asked;

  private Concerned(Predicate<Path> asked) {
    this.asked = asked;
  }

  /** What concerns the files that differ from a commit. */
  public static Concerned changedSince(Path folder, String commit) throws InvalidInput {
    return new Concerned(ChangedFiles.since(folder, commit)::contains);
  }

  /** What concerns some files, or what lies in some folders. */
  public static Concerned in(List<Path> paths) {
    List<Path> real = paths.stream().map(Concerned::real).toList();
    return new Concerned(file -> real.stream().anyMatch(file::startsWith));
  }

  /** The result with those findings only. */
  public Analysis in(Analysis analysis) {
    List<Finding> concerned = analysis.findings().stream().filter(this::concerns).toList();
    Unreported rest = analysis.unreported();
    return analysis.with(
        concerned,
        new Unreported(
            rest.suppressed(),
            rest.compared().map(this::in),
            rest.elsewhere() + analysis.findings().size() - concerned.size()));
  }

  private Unreported.Compared in(Unreported.Compared compared) {
    return new Unreported.Compared(
        compared.known().stream().filter(this::concerns).toList(), compared.gone());
  }

  private boolean concerns(Finding finding) {
    return places(finding)
        .map(Location::file)
        .distinct()
        .anyMatch(file -> asked.test(real(Path.of(file))));
  }

  /** The path without links, as git has it too. */
  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  private static Stream<Location> places(Finding finding) {
    return Stream.of(
            Stream.of(finding.location()),
            finding.subjects().stream().map(subject -> subject.location()),
            finding.related().stream().map(related -> related.location()),
            finding.path().stream().map(step -> step.location()))
        .flatMap(stream -> stream);
  }
}
