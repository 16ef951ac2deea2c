package io.github.waserverless.rule;

import java.util.List;

/** The rules of one jar: the service that third parties provide. */
public interface RuleSet {

  /** The rules in the order of their ids. */
  List<Rule> rules();
}
