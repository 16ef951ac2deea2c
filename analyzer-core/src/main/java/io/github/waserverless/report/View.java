package io.github.waserverless.report;

import io.github.waserverless.engine.Analysis;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.source.Notice;
import java.util.List;

/**
 * What of a run's result is shown.
 *
 * @param least findings below it are counted, not shown
 * @param summary whether the text says what was read, what was found and what was not looked at
 * @param statistics whether it is also said how much of what was read is known
 */
public record View(Analysis analysis, Severity least, boolean summary, boolean statistics) {

  /** The findings that are shown. */
  public List<Finding> findings() {
    return analysis.findings().stream().filter(this::shows).toList();
  }

  /** How many findings are not shown. */
  public int hidden() {
    return analysis.findings().size() - findings().size();
  }

  /** The notices of a kind. */
  public List<Notice> notices(Notice.Kind kind) {
    return analysis.notices().stream().filter(n -> n.kind() == kind).toList();
  }

  /** Whether a finding is shown. */
  boolean shows(Finding finding) {
    return finding.severity().compareTo(least) >= 0;
  }
}
