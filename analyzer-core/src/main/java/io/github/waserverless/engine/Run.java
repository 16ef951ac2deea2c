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
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** One run: from paths to findings. */
public final class Run {

  private final List<Rule> rules;
  private final RuleData data;
  private final Map<String, String> parameters;
  private final Suppressing suppressing;
  private final Profile profile;
  private final Supplier<KeptTrees> kept;

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
    this(rules, data, parameters, suppressions, profile, KeptTrees::ofHeap);
  }

  Run(
      List<Rule> rules,
      RuleData data,
      Map<String, String> parameters,
      SuppressionSettings suppressions,
      Profile profile,
      Supplier<KeptTrees> kept) {
    this.rules = List.copyOf(rules);
    this.kept = kept;
    this.data = data;
    this.parameters = Map.copyOf(parameters);
    this.suppressing = new Suppressing(this.rules, suppressions);
    this.profile = profile;
  }

  /** Everything that was read; notices and faults may still be added to. */
  private record Input(
      List<TemplateFile> files,
      List<ApplicationBuilder.Member> synthesized,
      JavaCode.Read code,
      ConstructPlaces places,
      List<Notice> notices,
      List<Analysis.Fault> faults) {}

  /** Reads all templates among files and folders, joins them, and checks them. */
  public Analysis analyze(List<Path> paths) {
    return analyze(Search.in(paths), Progress.NONE, false);
  }

  /**
   * Like {@link #analyze(List)}, telling how far it is.
   *
   * @param counted whether it is counted how much of the applications is known
   */
  public Analysis analyze(Search search, Progress progress, boolean counted) {
    Input input = input(search, progress);
    CodeRead code = CodeRead.of(input.code(), input.places());
    Suppressions everywhere = suppressing.everywhere(code, input.synthesized(), data);
    Judging judging =
        new Judging(
            rules,
            profile,
            data,
            new MethodsRead(input.code().code()),
            input.places(),
            suppressing,
            everywhere,
            counted);
    List<Judged> judged = judged(input, judging, progress);
    return analysis(judged, input, code, everywhere);
  }

  /** What is known about the applications, without checking any rule. */
  public Facts facts(Search search, Progress progress) {
    Input input = input(search, progress);
    MethodsRead code = new MethodsRead(input.code().code());
    List<Facts.Part> parts =
        new ArrayList<>(
            InParallel.map(
                ApplicationBuilder.join(input.files(), data),
                group -> Facts.Part.of(group, code.code())));
    Set<SourceClass> deployed = new HashSet<>();
    parts.forEach(part -> deployed.addAll(part.deployed()));
    List<SourceClass> alone = alone(input, deployed);
    if (!alone.isEmpty()) {
      parts.add(Facts.Part.of(joined(alone, input)));
    }
    parts.forEach(part -> input.notices().addAll(part.notices()));
    parts.forEach(part -> input.faults().addAll(part.faults()));
    List<Notice> notices = input.notices().stream().sorted().distinct().toList();
    return new Facts(
        parts.stream().flatMap(part -> part.application().stream()).toList(),
        notices,
        List.copyOf(input.faults()));
  }

  /** The names of the parameters that have a value only when someone gives one; no secrets. */
  public List<String> openParameters(Search search) {
    return input(search, Progress.NONE).files().stream()
        .flatMap(file -> file.open().stream())
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
    TemplateReader reader =
        new TemplateReader(new TemplateLoader(parameters, data, roots), kept.get());
    List<Notice> notices = new ArrayList<>(found.notices());
    List<TemplateFile> files = new ArrayList<>();
    List<Analysis.Fault> faults = new ArrayList<>();
    Steps reading = new Steps(progress, "reading", found.candidates().size());
    List<TemplateReader.Read> all =
        new ArrayList<>(InParallel.map(found.candidates(), c -> reading.after(reader.read(c))));
    all.addAll(AssemblySearch.in(found.assemblies(), roots, search.exclusion(), reader));
    for (TemplateReader.Read read : all) {
      files.addAll(read.templates());
      notices.addAll(read.notices());
      faults.addAll(read.faults());
    }
    SynthesizedTwice.removeFrom(files, notices);
    JavaCode.Read code = code(files, found.code(), roots, faults);
    notices.addAll(code.notices());
    List<ApplicationBuilder.Member> synthesized =
        files.stream()
            .filter(file -> file.stack().isPresent())
            .flatMap(file -> file.open().stream())
            .toList();
    ConstructPlaces places =
        new ConstructPlaces(synthesized, new FrameFiles(roots, code.java()), code.constructs());
    return new Input(files, synthesized, code, places, notices, faults);
  }

  private static JavaCode.Read code(
      List<TemplateFile> files, CodeFiles found, RootedFiles roots, List<Analysis.Fault> faults) {
    try {
      return JavaCode.read(files, found, roots);
    } catch (RuntimeException | StackOverflowError e) {
      faults.add(new Analysis.Fault("reading Java sources", e));
      return new JavaCode.Read(
          SourceCode.NONE, Map.of(), List.of(), List.of(), Set.of(), List.of());
    }
  }

  /** Handlers that no template deploys are judged last, those of a module together. */
  private List<Judged> judged(Input input, Judging judging, Progress progress) {
    List<Group> groups = ApplicationBuilder.join(input.files(), data);
    Steps checking = new Steps(progress, "checking", groups.size());
    List<Judged> judged =
        new ArrayList<>(InParallel.map(groups, group -> checking.after(judging.judge(group))));
    Set<SourceClass> deployed = new HashSet<>();
    judged.forEach(each -> deployed.addAll(each.deployed()));
    List<List<SourceClass>> alone = List.copyOf(byModule(alone(input, deployed)));
    judged.addAll(InParallel.map(alone, types -> judging.judge(joined(types, input))));
    return judged;
  }

  private static List<SourceClass> alone(Input input, Set<SourceClass> deployed) {
    return Undeployed.handlers(deployed, input.code().code()).stream()
        .filter(type -> !input.code().elsewhere().contains(type.file().file()))
        .toList();
  }

  private Joined joined(List<SourceClass> alone, Input input) {
    return Joined.alone(Application.ofHandlers(alone, data, input.code().code()));
  }

  /** The handlers of each module. */
  private static Collection<List<SourceClass>> byModule(List<SourceClass> handlers) {
    BuildFolders builds = new BuildFolders();
    Map<Path, List<SourceClass>> byModule = new LinkedHashMap<>();
    for (SourceClass type : handlers) {
      Path folder = Path.of(type.file().file()).resolveSibling("");
      Path module = builds.module(folder).orElse(folder);
      byModule.computeIfAbsent(module, m -> new ArrayList<>()).add(type);
    }
    return byModule.values();
  }

  private Analysis analysis(
      List<Judged> judged, Input input, CodeRead code, Suppressions everywhere) {
    Placed placed = new Placed(input.places());
    List<Finding> findings =
        new ArrayList<>(
            placed.all(OncePerPlace.of(judged.stream().map(Judged::findings).toList())));
    List<Suppressions> stated = new ArrayList<>(judged.stream().map(Judged::stated).toList());
    stated.add(everywhere);
    findings.addAll(suppressing.complaints(Suppressions.together(stated)));
    List<Suppressed> suppressed = Suppressing.once(judged).stream().map(placed::placed).toList();
    Analysis.Statistics counts = Analysis.Statistics.NOTHING;
    Map<String, SourceFile> sources = new HashMap<>(code.sources());
    for (Judged each : judged) {
      counts = counts.and(each.counts());
      sources.putAll(each.sources());
      input.notices().addAll(each.notices());
      input.faults().addAll(each.faults());
    }
    List<Notice> notices = input.notices().stream().sorted().distinct().toList();
    return new Analysis(
        findings.stream().sorted().toList(),
        new Unreported(suppressed, Optional.empty(), 0),
        notices,
        List.copyOf(input.faults()),
        counts.with(notices),
        shown(sources, findings, suppressed));
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
