package io.github.waserverless.configuration;

import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much findings matter to a project. What a rule itself holds to matter less than usual never
 * comes to matter more: only findings of the rule's own severity are raised.
 */
final class SeveritySettings {

  private SeveritySettings() {}

  static List<Finding> applied(List<Finding> findings, Map<String, RuleSetting> settings) {
    return findings.stream()
        .map(
            finding ->
                Optional.ofNullable(settings.get(finding.rule().id()))
                    .flatMap(RuleSetting::severity)
                    .map(severity -> finding.as(weighed(finding, severity)))
                    .orElse(finding))
        .toList();
  }

  private static Severity weighed(Finding finding, Severity set) {
    return finding.severity().compareTo(finding.rule().severity()) >= 0
        ? set
        : finding.severity().atMost(set);
  }
}
