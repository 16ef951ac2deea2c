package io.github.waserverless.engine;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.RuleData;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.source.Notice;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.template.Template;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** One run: from paths to findings. */
public final class Run {

  private final List<Rule> rules;
  private final RuleData data;
  private final TemplateLoader loader;

  /**
   * A run.
   *
   * @param rules the rules to check
   * @param parameters parameter values that win over the defaults in templates
   */
  public Run(List<Rule> rules, RuleData data, Map<String, String> parameters) {
    this.rules = List.copyOf(rules);
    this.data = data;
    this.loader = new TemplateLoader(parameters, data);
  }

  private record Read(List<ApplicationBuilder.Member> templates, List<Notice> notices) {}

  /** Reads all templates among files and folders, joins them, and checks them. */
  public Analysis analyze(List<Path> paths) {
    return analyze(paths, Progress.NONE);
  }

  /** Like {@link #analyze(List)}, telling how far it is. */
  public Analysis analyze(List<Path> paths, Progress progress) {
    Discovery.Found found = Discovery.in(paths);
    List<Notice> notices = new ArrayList<>(found.notices());
    List<ApplicationBuilder.Member> members = new ArrayList<>();
    Steps reading = new Steps(progress, "reading", found.candidates().size());
    for (Read read :
        found.candidates().parallelStream().map(c -> reading.after(read(c))).toList()) {
      members.addAll(read.templates());
      notices.addAll(read.notices());
    }
    return check(members, notices, progress);
  }

  private Read read(Candidate candidate) {
    Candidate.Content content = candidate.read();
    return content
        .source()
        .map(source -> load(source, candidate.named()))
        .orElseGet(() -> new Read(List.of(), content.problem().stream().toList()));
  }

  private Read load(SourceFile source, boolean named) {
    TemplateLoader.Loaded loaded = loader.load(source, named);
    List<Notice> notices = new ArrayList<>(loaded.notices());
    List<ApplicationBuilder.Member> members = new ArrayList<>();
    for (Template template : loaded.template().stream().toList()) {
      notices.addAll(template.notices());
      members.add(new ApplicationBuilder.Member(source, template));
    }
    return new Read(members, notices);
  }

  private Analysis check(
      List<ApplicationBuilder.Member> members, List<Notice> notices, Progress progress) {
    List<Application> applications = ApplicationBuilder.join(members, data);
    Analyzer analyzer = new Analyzer(rules);
    Steps checking = new Steps(progress, "checking", applications.size());
    List<Analyzer.Result> results =
        applications.parallelStream()
            .map(app -> checking.after(analyzer.analyzeGuarded(app)))
            .toList();
    List<Finding> findings = results.stream().flatMap(r -> r.findings().stream()).sorted().toList();
    List<Notice> sorted = notices.stream().sorted().distinct().toList();
    return new Analysis(
        findings,
        sorted,
        results.stream().flatMap(r -> r.faults().stream()).toList(),
        Analysis.Statistics.of(applications, sorted),
        sources(members, findings));
  }

  /** Only of the files that a report shows lines of. */
  private static Map<String, SourceFile> sources(
      List<ApplicationBuilder.Member> members, List<Finding> findings) {
    Set<String> shown = new HashSet<>();
    findings.forEach(f -> shown.add(f.location().file()));
    Map<String, SourceFile> sources = new HashMap<>();
    for (ApplicationBuilder.Member member : members) {
      if (shown.contains(member.source().name())) {
        sources.put(member.source().name(), member.source());
      }
    }
    return Map.copyOf(sources);
  }

  /** One kind of work, counted. */
  private record Steps(Progress progress, String work, int total, AtomicInteger done) {

    Steps(Progress progress, String work, int total) {
      this(progress, work, total, new AtomicInteger());
    }

    <T> T after(T result) {
      progress.at(work, done.incrementAndGet(), total);
      return result;
    }
  }
}
