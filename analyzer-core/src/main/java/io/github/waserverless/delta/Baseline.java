package io.github.waserverless.delta;

import io.github.waserverless.engine.Analysis;
import io.github.waserverless.engine.SourceRoot;
import io.github.waserverless.engine.Unreported;
import io.github.waserverless.engine.Unreported.Compared;
import io.github.waserverless.engine.Unreported.Gone;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Fingerprint;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The findings of an earlier run. */
public record Baseline(List<KnownFinding> findings) {

  /**
   * What of a project a run covers: only there can findings be gone.
   *
   * @param root where names of files start
   * @param folders what was read, as it is called on every machine
   * @param rules the rules that ran
   */
  public record Scope(SourceRoot root, List<String> folders, List<Rule> rules) {

    boolean covers(KnownFinding known) {
      return rules.stream().anyMatch(rule -> rule.info().id().equals(known.rule()))
          && folders.stream().anyMatch(folder -> isIn(known.file(), folder));
    }

    private static boolean isIn(String file, String folder) {
      return folder.equals(".") || file.equals(folder) || file.startsWith(folder + "/");
    }
  }

  /** The findings of a result. */
  public static Baseline of(Analysis analysis, SourceRoot root) {
    List<Fingerprint> fingerprints = Fingerprint.of(analysis.findings(), root::nameOf);
    List<KnownFinding> known = new ArrayList<>();
    for (int i = 0; i < fingerprints.size(); i++) {
      Finding finding = analysis.findings().get(i);
      known.add(
          new KnownFinding(
              fingerprints.get(i).text(),
              finding.rule().id(),
              fingerprints.get(i).file(),
              finding.message(),
              resources(finding)));
    }
    return new Baseline(List.copyOf(known));
  }

  private static List<String> resources(Finding finding) {
    return finding.subjects().stream().map(Subject::logicalId).distinct().sorted().toList();
  }

  /** The result without what is known, and with what has gone. */
  public Analysis compare(Analysis analysis, Scope scope) {
    Map<String, KnownFinding> byFingerprint = new HashMap<>();
    findings.forEach(known -> byFingerprint.put(known.fingerprint(), known));
    List<Fingerprint> fingerprints = Fingerprint.of(analysis.findings(), scope.root()::nameOf);
    List<Finding> fresh = new ArrayList<>();
    List<Finding> old = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < fingerprints.size(); i++) {
      Finding finding = analysis.findings().get(i);
      String fingerprint = fingerprints.get(i).text();
      KnownFinding known = byFingerprint.get(fingerprint);
      seen.add(fingerprint);
      boolean isNew = known == null || concernsMore(finding, known);
      (isNew ? fresh : old).add(finding);
    }
    List<Gone> gone =
        findings.stream()
            .filter(known -> !seen.contains(known.fingerprint()) && scope.covers(known))
            .map(known -> new Gone(known.rule(), known.file(), known.message()))
            .toList();
    Compared compared = new Compared(List.copyOf(old), gone);
    Unreported before = analysis.unreported();
    return analysis.with(
        List.copyOf(fresh),
        new Unreported(before.suppressed(), Optional.of(compared), before.elsewhere()));
  }

  /** A finding of several resources is known only where all of them are. */
  private static boolean concernsMore(Finding finding, KnownFinding known) {
    return !known.resources().isEmpty() && !known.resources().containsAll(resources(finding));
  }
}
