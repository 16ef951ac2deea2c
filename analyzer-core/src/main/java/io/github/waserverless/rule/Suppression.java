package io.github.waserverless.rule;

import io.github.waserverless.source.Location;
import java.util.function.Predicate;

/**
 * A statement that findings of a rule are not wanted somewhere.
 *
 * @param rule the id or name of the rule, as it is written
 * @param reason why they are not wanted; empty when nobody says
 * @param place where that is stated
 * @param reach what it holds for
 * @param means how it is stated
 */
public record Suppression(String rule, String reason, Location place, Reach reach, Means means) {

  /** How a suppression is stated. */
  public enum Means {
    /** A comment at the line. */
    COMMENT("a comment"),
    /** The {@code Metadata} of a resource or template. */
    METADATA("metadata"),
    /** An annotation in Java. */
    ANNOTATION("an annotation"),
    /** The configuration of the project. */
    CONFIGURATION("the configuration"),
    /** What was written for another tool. */
    PEER("what another tool is told");

    private final String words;

    Means(String words) {
      this.words = words;
    }

    /** It in a sentence. */
    public String inWords() {
      return words;
    }
  }

  /** What a suppression holds for. */
  public sealed interface Reach {

    /** Whether it holds for a place. */
    boolean covers(Location place);

    /** Whether it holds for a resource. */
    default boolean covers(Subject subject) {
      return covers(subject.location());
    }
  }

  /** Some lines of a file. */
  public record Lines(String file, int first, int last) implements Reach {

    @Override
    public boolean covers(Location place) {
      int line = place.span().startLine();
      return place.file().equals(file) && first <= line && line <= last;
    }
  }

  /** A whole file. */
  public record WholeFile(String file) implements Reach {

    @Override
    public boolean covers(Location place) {
      return place.file().equals(file);
    }
  }

  /** One resource, wherever its problem is. */
  public record OfResource(String file, String logicalId) implements Reach {

    @Override
    public boolean covers(Location place) {
      return false;
    }

    @Override
    public boolean covers(Subject subject) {
      return subject.logicalId().equals(logicalId) && subject.location().file().equals(file);
    }
  }

  /**
   * A construct of the CDK and all in it.
   *
   * @param folder the cloud assembly that it is in
   */
  public record OfConstruct(String folder, String path) implements Reach {

    @Override
    public boolean covers(Location place) {
      return false;
    }

    @Override
    public boolean covers(Subject subject) {
      boolean inside = folder.equals(".") || subject.location().file().startsWith(folder + "/");
      return inside
          && subject
              .constructPath()
              .filter(p -> p.equals(path) || p.startsWith(path + "/") || path.isEmpty())
              .isPresent();
    }
  }

  /** The files that some patterns match. */
  public record Files(Predicate<String> patterns) implements Reach {

    @Override
    public boolean covers(Location place) {
      return patterns.test(place.file());
    }

    /** A finding belongs to the file that it points at. */
    @Override
    public boolean covers(Subject subject) {
      return false;
    }
  }

  /** Whether it names a rule. */
  public boolean names(RuleInfo info) {
    return info.id().equalsIgnoreCase(rule) || info.name().equalsIgnoreCase(rule);
  }

  /** Whether it holds for a problem of a rule that it names. */
  public boolean covers(Problem problem) {
    return reach.covers(problem.location())
        || problem.grouping().flatMap(Grouping::place).filter(reach::covers).isPresent()
        || problem.subjects().stream().anyMatch(reach::covers);
  }
}
