package io.github.waserverless.rule;

/**
 * What a finding is tied to, in words that stay the same when lines move.
 *
 * @param element what its place is in: the keys that lead there, or class, method and call; empty
 *     when it has no place of its own
 * @param subject whose problem it is: a logical id, or what all of its resources are
 */
public record Anchor(String element, String subject) {

  /** A finding whose place nothing is known of. */
  public static final Anchor NONE = new Anchor("", "");
}
