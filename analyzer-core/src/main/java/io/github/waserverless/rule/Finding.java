package io.github.waserverless.rule;

import io.github.waserverless.source.Location;
import java.util.List;

/**
 * A problem at a place.
 *
 * @param rule the card of the rule that found it
 * @param location where the fix belongs
 * @param message the fact and its consequence, in one sentence without a full stop
 * @param subjects the resources that it is about, at least one
 * @param related the other places that explain it
 * @param path how execution comes to the place, for a problem of what happens at run time
 * @param anchor what it is recognised by when lines have moved
 */
public record Finding(
    RuleInfo rule,
    Severity severity,
    Location location,
    String message,
    List<Subject> subjects,
    List<Related> related,
    List<Step> path,
    Anchor anchor)
    implements Comparable<Finding> {

  /** The same finding with another severity. */
  public Finding as(Severity other) {
    return new Finding(rule, other, location, message, subjects, related, path, anchor);
  }

  /** The same finding with more to say. */
  public Finding saying(String more) {
    return new Finding(rule, severity, location, message + more, subjects, related, path, anchor);
  }

  @Override
  public int compareTo(Finding other) {
    int order = location.compareTo(other.location);
    order = order == 0 ? rule.id().compareTo(other.rule.id()) : order;
    return order == 0 ? message.compareTo(other.message) : order;
  }
}
