package io.github.waserverless.rules;

import io.github.waserverless.fixtures.RulePages;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every example on the page of a rule does what it says. {@code -Drule=WAS701} tests one rule. */
class RulePagesTest {

  @TestFactory
  Stream<DynamicTest> pages() {
    String only = System.getProperty("rule", "");
    return new BuiltInRules()
        .rules().stream()
            .filter(rule -> only.isEmpty() || only.equals(rule.info().id()))
            .flatMap(RulePages::tests);
  }
}
