package io.github.waserverless.rule;

import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.code.flow.Reached;
import io.github.waserverless.source.Location;
import io.github.waserverless.template.Guard;
import io.github.waserverless.template.Parameter;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a rule has to say about a resource. Whether it becomes a finding, and of which severity,
 * follows from whether it is true: a problem that only some deployments have is a note that names
 * their condition; one that rests on a parameter's default is at most a warning; one that cannot be
 * known is none.
 *
 * @param location where the fix belongs
 * @param message the fact and its consequence, in one sentence without a full stop
 * @param severity the severity if it differs from the rule's own
 * @param mixed the severity where only some deployments have it
 * @param truth whether the resource has the problem
 * @param given under which condition everything that it is about exists
 * @param subjects the resources that it is about
 * @param grouping how several problems of one cause are told once
 * @param path how execution comes to the place
 * @param profile the profile that tells it, if its rule runs
 */
public record Problem(
    Location location,
    String message,
    Optional<Severity> severity,
    Severity mixed,
    Truth truth,
    Guard given,
    List<Subject> subjects,
    List<Related> related,
    Optional<Grouping> grouping,
    List<Step> path,
    Profile profile) {

  /**
   * What a problem amounts to.
   *
   * @param reservation what must be added to its message: under which condition, on which evidence
   */
  public record Verdict(Severity severity, String reservation) {}

  private static Problem of(Location location, Guard given, Subject subject, String message) {
    return new Problem(
        location,
        message,
        Optional.empty(),
        Severity.NOTE,
        Truth.YES,
        given,
        List.of(subject),
        List.of(),
        Optional.empty(),
        List.of(),
        Profile.CORE);
  }

  /** A problem at a place inside of a resource: the place of a setting. */
  public static Problem at(Location location, Resource resource, String message) {
    return of(location, resource.exists(), Subject.of(resource), message);
  }

  /** A problem of a parameter of a template. */
  public static Problem of(Parameter parameter, String message) {
    Location place = parameter.location();
    Subject subject = new Subject(parameter.name(), "Parameter", place, Optional.empty());
    return of(place, Guard.ALWAYS, subject, message);
  }

  /** A problem of a resource as a whole: it lacks something. */
  public static Problem of(Resource resource, String message) {
    return at(resource.location(), resource, message);
  }

  /** A problem of a handler at a place of its source or its function. */
  public static Problem at(Location location, FunctionHandler handler, String message) {
    Guard exists = handler.function().map(f -> f.resource().exists()).orElse(Guard.ALWAYS);
    return of(location, exists, Subject.of(handler), message);
  }

  /** A problem of what a handler does, with the calls that lead there. */
  public static Problem in(FunctionHandler handler, Reached<?> reached, String message) {
    List<Step> steps = new ArrayList<>();
    for (var stop : reached.path()) {
      String verb = steps.isEmpty() ? "Lambda calls " : "which calls ";
      steps.add(new Step(stop.location(), verb + stop.label()));
    }
    steps.add(new Step(reached.location(), "which does this"));
    return at(reached.location(), handler, message).along(steps);
  }

  private Problem along(List<Step> steps) {
    return new Problem(
        location, message, severity, mixed, truth, given, subjects, related, grouping, steps,
        profile);
  }

  /** The problem if a statement is true. */
  public Problem when(Truth statement) {
    return new Problem(
        location, message, severity, mixed, statement, given, subjects, related, grouping, path,
        profile);
  }

  /** The problem with another severity than the rule's own. */
  public Problem as(Severity other) {
    Optional<Severity> own = Optional.of(other);
    return new Problem(
        location, message, own, mixed, truth, given, subjects, related, grouping, path, profile);
  }

  /** The problem with a severity of its own where it is there under a condition only. */
  public Problem conditionallyAs(Severity other) {
    return new Problem(
        location, message, severity, other, truth, given, subjects, related, grouping, path,
        profile);
  }

  /** The problem as one that only the strict profile tells. */
  public Problem strict() {
    return new Problem(
        location,
        message,
        severity,
        mixed,
        truth,
        given,
        subjects,
        related,
        grouping,
        path,
        Profile.STRICT);
  }

  /** The problem told once for all that have it in a template. */
  public Problem grouped(Grouping cause) {
    Optional<Grouping> together = Optional.of(cause);
    return new Problem(
        location, message, severity, mixed, truth, given, subjects, related, together, path,
        profile);
  }

  /** The problem with its place moved: to the beginning of what happens there. */
  public Problem pointingAt(Location place) {
    return new Problem(
        place, message, severity, mixed, truth, given, subjects, related, grouping, path, profile);
  }

  /** The problem with another place that explains it. */
  public Problem with(Location place, String what) {
    List<Related> more = new ArrayList<>(related);
    more.add(new Related(place, what));
    return new Problem(
        location,
        message,
        severity,
        mixed,
        truth,
        given,
        subjects,
        List.copyOf(more),
        grouping,
        path,
        profile);
  }

  /** The problem with another resource that has part in it: it exists only together with it. */
  public Problem with(Resource other, String what) {
    List<Subject> more = new ArrayList<>(subjects);
    more.add(Subject.of(other));
    boolean sameTemplate = other.template().equals(subjects.get(0).location().file());
    Guard both = sameTemplate ? given.and(other.exists()) : given;
    return new Problem(
            location,
            message,
            severity,
            mixed,
            truth,
            both,
            List.copyOf(more),
            related,
            grouping,
            path,
            profile)
        .with(other.location(), what);
  }

  /** What the problem amounts to; empty when it is not true or cannot be known. */
  public Optional<Verdict> verdict(RuleInfo rule) {
    Truth statement = truth.given(given);
    if (!given.possible() || !statement.canHold()) {
      return Optional.empty();
    }
    Severity stated = severity.orElse(rule.severity());
    if (!statement.alwaysHolds()) {
      return Optional.of(new Verdict(mixed, ", " + statement.inWords()));
    }
    return Optional.of(
        switch (statement.origin()) {
          case WRITTEN -> new Verdict(stated, "");
          case LISTED -> new Verdict(stated.atMost(Severity.WARNING), "");
          case DEFAULT -> new Verdict(stated.atMost(Severity.WARNING), " (by parameter default)");
        });
  }
}
