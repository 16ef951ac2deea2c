package io.github.waserverless.engine;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.code.flow.SdkCall;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Suppressed;
import io.github.waserverless.source.Notice;
import io.github.waserverless.source.SourceFile;
import java.util.List;
import java.util.Map;

/**
 * The result of a run.
 *
 * @param findings in the order of their places
 * @param unreported what else was found
 * @param notices what could not be read or was not looked at
 * @param faults errors of the analyzer itself; what they concern was not judged
 * @param statistics what was read
 * @param sources the files that findings are in, by their names
 */
public record Analysis(
    List<Finding> findings,
    Unreported unreported,
    List<Notice> notices,
    List<Fault> faults,
    Statistics statistics,
    Map<String, SourceFile> sources) {

  /** A result that nothing was kept out of. */
  public Analysis(
      List<Finding> findings,
      List<Notice> notices,
      List<Fault> faults,
      Statistics statistics,
      Map<String, SourceFile> sources) {
    this(findings, Unreported.NOTHING, notices, faults, statistics, sources);
  }

  /**
   * An error of the analyzer itself.
   *
   * @param during what it was doing
   */
  public record Fault(String during, Throwable cause) {}

  /** The same result with other findings. */
  public Analysis with(List<Finding> others) {
    return with(others, unreported);
  }

  /** The same result with other findings, and with another reason why the rest is missing. */
  public Analysis with(List<Finding> others, Unreported rest) {
    return new Analysis(others, rest, notices, faults, statistics, sources);
  }

  /** The findings that someone says are accepted. */
  public List<Suppressed> suppressed() {
    return unreported.suppressed();
  }

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
   * What is known of the Java code.
   *
   * @param handlers functions that run Java, and handlers that no template deploys
   * @param undeployed those that no template deploys
   * @param bindable functions whose handler template and sources tell
   * @param bound those of them whose handler is found
   * @param calls calls of AWS that handlers reach
   * @param unknown further calls that look like calls of AWS, but of an unknown service
   */
  public record Code(
      int handlers, int undeployed, int bindable, int bound, int calls, int unknown) {

    static Code of(List<Application> applications) {
      List<FunctionHandler> handlers =
          applications.stream().flatMap(a -> a.handlers().stream()).toList();
      List<FunctionHandler> bindable =
          handlers.stream()
              .filter(h -> h.binding().isBindable() && h.function().isPresent())
              .toList();
      return new Code(
          handlers.size(),
          (int) handlers.stream().filter(h -> h.function().isEmpty()).count(),
          bindable.size(),
          (int) bindable.stream().filter(h -> h.entry().isPresent()).count(),
          handlers.stream().mapToInt(h -> h.sdkCalls().size()).sum(),
          handlers.stream().mapToInt(h -> SdkCall.unresolved(h.reach()).size()).sum());
    }
  }

  /**
   * What is counted only when someone asks, since that takes its time.
   *
   * @param applications what there is to count in
   */
  public record Details(List<Application> applications) {

    /** Copies the list. */
    public Details {
      applications = List.copyOf(applications);
    }

    @Override
    public String toString() {
      return applications.size() + " applications";
    }
  }

  /**
   * What a run read.
   *
   * @param files files that were read as templates
   * @param unreadable files that could not be read
   * @param applications applications that the templates make up
   * @param details how much of that is known
   */
  public record Statistics(
      int files, int unreadable, int applications, int resources, int functions, Details details) {

    /** How much of what the resources set is known. */
    public Values values() {
      return ValueCount.of(details.applications());
    }

    /** How much of the Java code is known. */
    public Code code() {
      return Code.of(details.applications());
    }

    static Statistics of(List<Application> applications, List<Notice> notices) {
      return new Statistics(
          applications.stream().mapToInt(a -> a.templates().size()).sum(),
          (int)
              notices.stream()
                  .filter(n -> n.kind() == Notice.Kind.UNREADABLE)
                  .map(n -> n.location().file())
                  .distinct()
                  .count(),
          (int) applications.stream().filter(a -> !a.templates().isEmpty()).count(),
          applications.stream()
              .flatMap(a -> a.resources().stream())
              .mapToInt(r -> r.declared() ? 1 : 0)
              .sum(),
          applications.stream().mapToInt(a -> a.allFunctions().size()).sum(),
          new Details(applications));
    }
  }
}
