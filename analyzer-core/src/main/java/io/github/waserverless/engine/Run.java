package io.github.waserverless.engine;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.RuleData;
import io.github.waserverless.app.SourceCode;
import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Profile;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.Suppressed;
import io.github.waserverless.source.Notice;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.suppression.Suppressions;
import io.github.waserverless.template.Parameter;
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
  private final Map<String, String> parameters;
  private final Suppressing suppressing;
  private final Profile profile;

  /**
   * A run that tells everything.
   *
   * @param rules the rules to check
   * @param parameters parameter values that win over the defaults in templates
   */
  public Run(List<Rule> rules, RuleData data, Map<String, String> parameters) {
    this(rules, data, parameters, SuppressionSettings.ofFiles(rules), Profile.STRICT);
  }

  /**
   * A run.
   *
   * @param rules the rules to check
   * @param parameters parameter values that win over the defaults in templates
   * @param suppressions what is known about suppressions beside those in the files
   * @param profile whether what only the strict profile tells is told
   */
  public Run(
      List<Rule> rules,
      RuleData data,
      Map<String, String> parameters,
      SuppressionSettings suppressions,
      Profile profile) {
    this.rules = List.copyOf(rules);
    this.data = data;
    this.parameters = Map.copyOf(parameters);
    this.suppressing = new Suppressing(this.rules, suppressions);
    this.profile = profile;
  }

  /** Everything that was read; notices and faults may still be added to. */
  private record Input(
      List<ApplicationBuilder.Member> members,
      JavaCode.Read code,
      ConstructPlaces places,
      List<Notice> notices,
      List<Analysis.Fault> faults) {}

  private record Joined(Optional<Application> application, List<Analysis.Fault> faults) {}

  /** Reads all templates among files and folders, joins them, and checks them. */
  public Analysis analyze(List<Path> paths) {
    return analyze(Search.in(paths), Progress.NONE);
  }

  /** Like {@link #analyze(List)}, telling how far it is. */
  public Analysis analyze(Search search, Progress progress) {
    Input input = input(search, progress);
    List<Application> applications = applications(input);
    return check(applications, input, progress);
  }

  /** What is known about the applications, without checking any rule. */
  public Facts facts(Search search, Progress progress) {
    Input input = input(search, progress);
    List<Application> applications = applications(input);
    List<Notice> notices = input.notices().stream().sorted().distinct().toList();
    return Facts.of(applications, notices, List.copyOf(input.faults()));
  }

  /** The names of the parameters that have a value only when someone gives one; no secrets. */
  public List<String> openParameters(Search search) {
    return input(search, Progress.NONE).members().stream()
        .flatMap(member -> member.template().scope().parameters().stream())
        .filter(parameter -> parameter.defaultValue().isEmpty() && !parameter.hidden())
        .map(Parameter::name)
        .distinct()
        .sorted()
        .toList();
  }

  private Input input(Search search, Progress progress) {
    Discovery.Found found = Discovery.in(search);
    RootedFiles roots = RootedFiles.of(search);
    TemplateReader reader = new TemplateReader(new TemplateLoader(parameters, data, roots));
    List<Notice> notices = new ArrayList<>(found.notices());
    List<ApplicationBuilder.Member> members = new ArrayList<>();
    List<Analysis.Fault> faults = new ArrayList<>();
    Steps reading = new Steps(progress, "reading", found.candidates().size());
    List<TemplateReader.Read> all =
        new ArrayList<>(
            found.candidates().parallelStream().map(c -> reading.after(reader.read(c))).toList());
    all.addAll(AssemblySearch.in(found.assemblies(), roots, search.exclusion(), reader));
    for (TemplateReader.Read read : all) {
      members.addAll(read.templates());
      notices.addAll(read.notices());
      faults.addAll(read.faults());
    }
    SynthesizedTwice.removeFrom(members, notices);
    JavaCode.Read code = code(members, found.code(), roots, faults);
    notices.addAll(code.notices());
    ConstructPlaces places =
        new ConstructPlaces(members, new FrameFiles(roots, code.java()), code.constructs());
    return new Input(members, code, places, notices, faults);
  }

  private static JavaCode.Read code(
      List<ApplicationBuilder.Member> members,
      CodeFiles found,
      RootedFiles roots,
      List<Analysis.Fault> faults) {
    try {
      return JavaCode.read(members, found, roots);
    } catch (RuntimeException | StackOverflowError e) {
      faults.add(new Analysis.Fault("reading Java sources", e));
      return new JavaCode.Read(
          SourceCode.NONE, Map.of(), List.of(), List.of(), Set.of(), List.of());
    }
  }

  private Analysis check(List<Application> applications, Input input, Progress progress) {
    FilesRead files = FilesRead.of(input.members(), input.code(), input.places(), applications);
    Suppressions suppressions = suppressing.in(files, data);
    Analyzer analyzer = new Analyzer(rules, suppressions, profile, input.places());
    Placed placed = new Placed(input.places());
    Steps checking = new Steps(progress, "checking", applications.size());
    List<Analyzer.Result> results =
        applications.parallelStream()
            .map(app -> checking.after(analyzer.analyzeGuarded(app)))
            .toList();
    List<Finding> findings =
        new ArrayList<>(
            placed.all(OncePerPlace.of(results.stream().map(Analyzer.Result::findings).toList())));
    findings.addAll(suppressing.complaints(suppressions));
    results.forEach(r -> input.faults().addAll(r.faults()));
    List<Suppressed> suppressed = Suppressing.once(results).stream().map(placed::placed).toList();
    List<Notice> sorted = input.notices().stream().sorted().distinct().toList();
    return new Analysis(
        findings.stream().sorted().toList(),
        new Unreported(suppressed, Optional.empty(), 0),
        sorted,
        List.copyOf(input.faults()),
        Analysis.Statistics.of(applications, sorted),
        shown(files.sources(), findings, suppressed));
  }

  private static Joined join(ApplicationBuilder.Group group, SourceCode code) {
    try {
      return new Joined(Optional.of(group.application(code)), List.of());
    } catch (RuntimeException | StackOverflowError e) {
      Analysis.Fault fault = new Analysis.Fault("joining " + group.file(), e);
      return new Joined(Optional.empty(), List.of(fault));
    }
  }

  /** Handlers that no template deploys are an application of their own. */
  private List<Application> applications(Input input) {
    SourceCode code = input.code().code();
    List<Joined> joined =
        ApplicationBuilder.join(input.members(), data).parallelStream()
            .map(group -> join(group, code))
            .toList();
    joined.forEach(j -> input.faults().addAll(j.faults()));
    List<Application> applications =
        new ArrayList<>(joined.stream().flatMap(j -> j.application().stream()).toList());
    List<SourceClass> alone =
        Undeployed.handlers(applications, code).stream()
            .filter(type -> !input.code().elsewhere().contains(type.file().file()))
            .toList();
    if (!alone.isEmpty()) {
      applications.add(Application.ofHandlers(alone, data, code));
    }
    applications.forEach(app -> input.notices().addAll(app.notices()));
    return applications;
  }

  /** Only the files that a report shows lines of. */
  private static Map<String, SourceFile> shown(
      Map<String, SourceFile> sources, List<Finding> findings, List<Suppressed> suppressed) {
    Set<String> names = new HashSet<>();
    findings.forEach(f -> names.add(f.location().file()));
    suppressed.forEach(s -> names.add(s.finding().location().file()));
    Map<String, SourceFile> shown = new HashMap<>(sources);
    shown.keySet().retainAll(names);
    return Map.copyOf(shown);
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
