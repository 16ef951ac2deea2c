package io.github.waserverless.engine;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.RuleData;
import io.github.waserverless.rule.Profile;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.suppression.Suppressions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judges applications, each from its files to its findings: of one that is judged nothing stays but
 * what is told of it.
 *
 * @param everywhere the suppressions that no template states
 * @param counted whether it is counted how much of the applications is known
 */
record Judging(
    List<Rule> rules,
    Profile profile,
    RuleData data,
    MethodsRead code,
    ConstructPlaces places,
    Suppressing suppressing,
    Suppressions everywhere,
    boolean counted) {

  private static final Analyzer.Result NOTHING =
      new Analyzer.Result(List.of(), List.of(), List.of());

  /** Judges templates that are deployed together. */
  Judged judge(Group group) {
    try {
      return judge(Joined.of(group, code.code()));
    } finally {
      group.files().forEach(TemplateFile::release);
    }
  }

  /** Judges an application. */
  Judged judge(Joined joined) {
    Map<String, SourceFile> sources = joined.documents();
    Suppressions stated = suppressing.in(joined.members(), sources.values(), data);
    joined.members().forEach(m -> sources.put(m.source().name(), m.source()));
    Analyzer.Result result = joined.application().map(app -> judge(app, stated)).orElse(NOTHING);
    List<Analysis.Fault> faults = new ArrayList<>(joined.faults());
    faults.addAll(result.faults());
    return new Judged(
        result.findings(),
        result.suppressed(),
        joined.notices(),
        faults,
        joined.application().map(a -> Count.of(a, counted)).orElse(Analysis.Statistics.NOTHING),
        joined.deployed(),
        stated,
        told(sources, result, stated));
  }

  private Analyzer.Result judge(Application app, Suppressions stated) {
    return new Analyzer(rules, stated.before(everywhere), profile, places).analyzeGuarded(app);
  }

  private static Map<String, SourceFile> told(
      Map<String, SourceFile> sources, Analyzer.Result result, Suppressions stated) {
    Set<String> names = new HashSet<>(stated.files());
    result.findings().forEach(f -> names.add(f.location().file()));
    result.suppressed().forEach(s -> names.add(s.finding().location().file()));
    Map<String, SourceFile> told = new HashMap<>(sources);
    told.keySet().retainAll(names);
    return Map.copyOf(told);
  }
}
