package io.github.waserverless.engine;

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
  public record Values(int known, int references, int unknown) {

    /** None were counted. */
    public static final Values NONE = new Values(0, 0, 0);

    /** These and others. */
    Values and(Values other) {
      return new Values(
          known + other.known, references + other.references, unknown + other.unknown);
    }
  }

  /**
   * What is known of the Java code.
   *
   * @param handlers functions that run Java, and handlers that no template deploys
   * @param undeployed those that no template deploys
   * @param bindable functions whose handler template and sources tell
   * @param bound those of them whose handler is found
   * @param calls calls of AWS that handlers reach; counted only when someone asks
   * @param unknown further calls that look like calls of AWS, but of an unknown service
   */
  public record Code(
      int handlers, int undeployed, int bindable, int bound, int calls, int unknown) {

    /** No code. */
    public static final Code NONE = new Code(0, 0, 0, 0, 0, 0);

    /** This and other code. */
    Code and(Code other) {
      return new Code(
          handlers + other.handlers,
          undeployed + other.undeployed,
          bindable + other.bindable,
          bound + other.bound,
          calls + other.calls,
          unknown + other.unknown);
    }
  }

  /**
   * What a run read.
   *
   * @param files files that were read as templates
   * @param unreadable files that could not be read
   * @param applications applications that the templates make up
   * @param values how much of what the resources set is known; counted only when someone asks,
   *     since that takes its time
   */
  public record Statistics(
      int files,
      int unreadable,
      int applications,
      int resources,
      int functions,
      Values values,
      Code code) {

    /** Nothing was read. */
    public static final Statistics NOTHING = new Statistics(0, 0, 0, 0, 0, Values.NONE, Code.NONE);

    /** This and what else was read. */
    Statistics and(Statistics other) {
      return new Statistics(
          files + other.files,
          unreadable + other.unreadable,
          applications + other.applications,
          resources + other.resources,
          functions + other.functions,
          values.and(other.values),
          code.and(other.code));
    }

    /** The same, with the files that notices say could not be read. */
    Statistics with(List<Notice> notices) {
      int unread =
          (int)
              notices.stream()
                  .filter(n -> n.kind() == Notice.Kind.UNREADABLE)
                  .map(n -> n.location().file())
                  .distinct()
                  .count();
      return and(new Statistics(0, unread, 0, 0, 0, Values.NONE, Code.NONE));
    }
  }
}
