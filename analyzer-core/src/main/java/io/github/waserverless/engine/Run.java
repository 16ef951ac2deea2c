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
import java.util.Optional;
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

  private record Read(
      List<ApplicationBuilder.Member> templates,
      List<Notice> notices,
      List<Analysis.Fault> faults) {

    static Read nothing(List<Notice> notices) {
      return new Read(List.of(), notices, List.of());
    }
  }

  private record Checked(Optional<Application> application, Analyzer.Result result) {}

  /** Reads all templates among files and folders, joins them, and checks them. */
  public Analysis analyze(List<Path> paths) {
    return analyze(paths, Progress.NONE);
  }

  /** Like {@link #analyze(List)}, telling how far it is. */
  public Analysis analyze(List<Path> paths, Progress progress) {
    Discovery.Found found = Discovery.in(paths);
    List<Notice> notices = new ArrayList<>(found.notices());
    List<ApplicationBuilder.Member> members = new ArrayList<>();
    List<Analysis.Fault> faults = new ArrayList<>();
    Steps reading = new Steps(progress, "reading", found.candidates().size());
    for (Read read :
        found.candidates().parallelStream().map(c -> reading.after(read(c))).toList()) {
      members.addAll(read.templates());
      notices.addAll(read.notices());
      faults.addAll(read.faults());
    }
    return check(members, notices, faults, progress);
  }

  private Read read(Candidate candidate) {
    Candidate.Content content = candidate.read();
    return content
        .source()
        .map(source -> guarded(source, candidate.named()))
        .orElseGet(() -> Read.nothing(content.problem().stream().toList()));
  }

  /** A file that the analyzer fails on does not keep it from the others. */
  private Read guarded(SourceFile source, boolean named) {
    try {
      return load(source, named);
    } catch (RuntimeException | StackOverflowError e) {
      return new Read(
          List.of(), List.of(), List.of(new Analysis.Fault("reading " + source.name(), e)));
    }
  }

  private Read load(SourceFile source, boolean named) {
    TemplateLoader.Loaded loaded = loader.load(source, named);
    List<Notice> notices = new ArrayList<>(loaded.notices());
    List<ApplicationBuilder.Member> members = new ArrayList<>();
    for (Template template : loaded.template().stream().toList()) {
      notices.addAll(template.notices());
      members.add(new ApplicationBuilder.Member(source, template));
    }
    return new Read(members, notices, List.of());
  }

  private Analysis check(
      List<ApplicationBuilder.Member> members,
      List<Notice> notices,
      List<Analysis.Fault> faults,
      Progress progress) {
    List<ApplicationBuilder.Group> groups = ApplicationBuilder.join(members, data);
    Analyzer analyzer = new Analyzer(rules);
    Steps checking = new Steps(progress, "checking", groups.size());
    List<Checked> checked =
        groups.parallelStream().map(group -> checking.after(check(group, analyzer))).toList();
    List<Finding> findings =
        checked.stream().flatMap(c -> c.result().findings().stream()).sorted().toList();
    checked.forEach(c -> faults.addAll(c.result().faults()));
    List<Notice> sorted = notices.stream().sorted().distinct().toList();
    return new Analysis(
        findings,
        sorted,
        List.copyOf(faults),
        Analysis.Statistics.of(
            checked.stream().flatMap(c -> c.application().stream()).toList(), sorted),
        sources(members, findings));
  }

  private static Checked check(ApplicationBuilder.Group group, Analyzer analyzer) {
    try {
      Application application = group.application();
      return new Checked(Optional.of(application), analyzer.analyzeGuarded(application));
    } catch (RuntimeException | StackOverflowError e) {
      Analysis.Fault fault = new Analysis.Fault("joining " + group.file(), e);
      return new Checked(Optional.empty(), new Analyzer.Result(List.of(), List.of(fault)));
    }
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
