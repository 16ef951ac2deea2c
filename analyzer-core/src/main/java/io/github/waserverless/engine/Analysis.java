package io.github.waserverless.engine;

import io.github.waserverless.app.Application;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.source.Notice;
import io.github.waserverless.source.SourceFile;
import java.util.List;
import java.util.Map;

/**
 * The result of a run.
 *
 * @param findings in the order of their places
 * @param notices what could not be read or was not looked at
 * @param faults errors of the analyzer itself; what they concern was not judged
 * @param statistics what was read
 * @param sources the files that findings are in, by their names
 */
public record Analysis(
    List<Finding> findings,
    List<Notice> notices,
    List<Fault> faults,
    Statistics statistics,
    Map<String, SourceFile> sources) {

  /**
   * An error of the analyzer itself.
   *
   * @param during what it was doing
   */
  public record Fault(String during, Throwable cause) {}

  /** Whether some input could not be read at all. */
  public boolean hasUnreadableInput() {
    return notices.stream().anyMatch(n -> n.kind() == Notice.Kind.UNREADABLE);
  }

  /**
   * How many single values the declared resources set.
   *
   * @param known values that are what they are before any deployment, parameter defaults included
   * @param references values that refer to resources of their own template
   * @param unknown values that only a deployment decides
   */
  public record Values(int known, int references, int unknown) {}

  /**
   * What a run read.
   *
   * @param files files that were read as templates
   * @param unreadable files that could not be read
   * @param applications applications that the templates make up
   * @param values how much of what the resources set is known
   */
  public record Statistics(
      int files, int unreadable, int applications, int resources, int functions, Values values) {

    static Statistics of(List<Application> applications, List<Notice> notices) {
      return new Statistics(
          applications.stream().mapToInt(a -> a.templates().size()).sum(),
          (int)
              notices.stream()
                  .filter(n -> n.kind() == Notice.Kind.UNREADABLE)
                  .map(n -> n.location().file())
                  .distinct()
                  .count(),
          applications.size(),
          applications.stream()
              .flatMap(a -> a.resources().stream())
              .mapToInt(r -> r.declared() ? 1 : 0)
              .sum(),
          applications.stream().mapToInt(a -> a.allFunctions().size()).sum(),
          ValueCount.of(applications));
    }
  }
}
