package io.github.waserverless.configuration;

import io.github.waserverless.app.RuleData;
import io.github.waserverless.configuration.Configuration.Deployment;
import io.github.waserverless.configuration.Configuration.Inputs;
import io.github.waserverless.delta.Baseline;
import io.github.waserverless.delta.BaselineFile;
import io.github.waserverless.delta.Concerned;
import io.github.waserverless.engine.Analysis;
import io.github.waserverless.engine.Exclusion;
import io.github.waserverless.engine.Facts;
import io.github.waserverless.engine.InvalidInput;
import io.github.waserverless.engine.ParameterFile;
import io.github.waserverless.engine.PathPattern;
import io.github.waserverless.engine.Progress;
import io.github.waserverless.engine.Run;
import io.github.waserverless.engine.RuntimeFile;
import io.github.waserverless.engine.Search;
import io.github.waserverless.engine.SourceRoot;
import io.github.waserverless.engine.SuppressionSettings;
import io.github.waserverless.engine.Tables;
import io.github.waserverless.rule.Profile;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.Suppression;
import io.github.waserverless.rule.Suppression.Means;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A check as a project wants it and as its caller asks for it. */
public final class ProjectCheck {

  private final Configuration project;
  private final Request request;
  private final RuleCatalog catalog;
  private final List<Rule> rules;
  private final RuleData data;

  private ProjectCheck(
      Configuration project,
      Request request,
      RuleCatalog catalog,
      List<Rule> rules,
      RuleData data) {
    this.project = project;
    this.request = request;
    this.catalog = catalog;
    this.rules = rules;
    this.data = data;
  }

  /**
   * A check.
   *
   * @throws InvalidInput when a file that it needs does not say what it should
   * @throws RuleSelection.UnknownRule when the caller names a rule that there is not
   */
  public static ProjectCheck of(Configuration project, Request request, RuleCatalog catalog)
      throws InvalidInput, RuleSelection.UnknownRule {
    List<Rule> rules = request.selection().of(catalog, project);
    Map<String, Map<String, Integer>> options = new LinkedHashMap<>();
    project.rules().forEach((id, setting) -> options.put(id, setting.options()));
    return new ProjectCheck(project, request, catalog, rules, data(project, request).with(options));
  }

  private static RuleData data(Configuration project, Request request) throws InvalidInput {
    Optional<Path> runtimes = request.inputs().runtimes().or(() -> project.inputs().runtimes());
    return runtimes.isEmpty()
        ? Tables.shipped(request.today())
        : Tables.with(request.today(), Map.of(RuntimeFile.TABLE, RuntimeFile.read(runtimes.get())));
  }

  /** The rules that run. */
  public List<Rule> rules() {
    return rules;
  }

  /** What rules may ask for. */
  public RuleData data() {
    return data;
  }

  /** What is read. */
  public Search search() throws InvalidInput {
    Exclusion excluded = Exclusion.of(project.folder(), project.scope().exclude());
    Request.Build build = request.build();
    return new Search(paths(), excluded.and(build.exclusion()), build.modules(), request.outside());
  }

  private List<Path> paths() throws InvalidInput {
    boolean inContext = request.reported().inContext();
    if (!request.paths().isEmpty() && !inContext) {
      return request.paths();
    }
    List<Path> paths = new ArrayList<>();
    for (String pattern : project.scope().include()) {
      List<Path> found = PathPattern.under(project.folder(), pattern);
      if (found.isEmpty()) {
        String file = project.file().map(Path::toString).orElse("");
        throw new InvalidInput(file + ": nothing is there that include means with " + pattern);
      }
      paths.addAll(found);
    }
    if (paths.isEmpty()) {
      paths.addAll(request.build().folders());
    }
    if (paths.isEmpty()) {
      Path root = SourceRoot.of(request.paths()).path();
      paths.add(inContext ? SourceRoot.fromHere(root) : Path.of("."));
    }
    return List.copyOf(paths);
  }

  /** Runs it, once for each environment. */
  public Analysis analyze(Progress progress) throws InvalidInput {
    return analyze(progress, false);
  }

  /**
   * Runs it, once for each environment.
   *
   * @param counted whether it is counted how much of the applications is known
   */
  public Analysis analyze(Progress progress, boolean counted) throws InvalidInput {
    Search search = search();
    Profile profile = request.selection().profile(project).widest();
    Map<String, Analysis> results = new LinkedHashMap<>();
    for (Deployment deployment : deployments()) {
      Run run = new Run(rules, data, parameters(deployment), suppressions(), profile);
      Analysis result = run.analyze(search, progress, counted);
      results.put(deployment.name(), result);
    }
    Analysis all = Merged.of(results);
    Analysis weighed = all.with(SeveritySettings.applied(all.findings(), project.rules()));
    return reported(weighed, search);
  }

  /** Of what was found, what the caller wants to hear. */
  private Analysis reported(Analysis found, Search search) throws InvalidInput {
    Request.Reported wanted = request.reported();
    Optional<Path> known =
        wanted.withKnown()
            ? Optional.empty()
            : wanted.baseline().or(() -> project.reporting().baseline());
    Analysis reported = found;
    if (known.isPresent()) {
      reported = BaselineFile.read(known.get()).compare(reported, scope(search));
    }
    if (wanted.changedSince().isPresent()) {
      Path folder = SourceRoot.common(search.paths());
      reported = Concerned.changedSince(folder, wanted.changedSince().get()).in(reported);
    }
    return wanted.inContext() ? Concerned.in(request.paths()).in(reported) : reported;
  }

  private Baseline.Scope scope(Search search) {
    SourceRoot root = SourceRoot.of(search.paths());
    List<String> names = search.paths().stream().map(path -> root.nameOf(path.toString())).toList();
    return new Baseline.Scope(root, names, rules);
  }

  /** What is known in the first of the environments, without checking any rule. */
  public Facts facts(Progress progress) throws InvalidInput {
    return new Run(rules, data, parameters(deployments().get(0))).facts(search(), progress);
  }

  private SuppressionSettings suppressions() {
    return new SuppressionSettings(
        catalog.rules(),
        project.ignored().stream().flatMap(this::ignored).toList(),
        request.reported().honourPeers() || project.reporting().honourPeers(),
        !request.paths().isEmpty() && !request.reported().inContext());
  }

  private Stream<Suppression> ignored(Ignored ignored) {
    Exclusion files = Exclusion.of(project.folder(), ignored.paths());
    Suppression.Files reach = new Suppression.Files(name -> files.covers(Path.of(name)));
    return ignored.rules().stream()
        .map(
            rule ->
                new Suppression(
                    rule, ignored.reason(), ignored.place(), reach, Means.CONFIGURATION));
  }

  private List<Deployment> deployments() throws InvalidInput {
    List<Deployment> all = project.deployments();
    if (request.environment().isEmpty()) {
      return all.isEmpty() ? List.of(new Deployment("", Map.of(), List.of())) : all;
    }
    String name = request.environment().get();
    for (Deployment deployment : all) {
      if (deployment.name().equals(name)) {
        return List.of(deployment);
      }
    }
    List<String> names = all.stream().map(Deployment::name).toList();
    throw new InvalidInput(
        all.isEmpty()
            ? "there is no environment " + name + ": no configuration names any"
            : "there is no environment " + name + Nearest.hint(name, names));
  }

  private Map<String, String> parameters(Deployment deployment) throws InvalidInput {
    Inputs common = project.inputs();
    Inputs asked = request.inputs();
    Map<String, String> values = new LinkedHashMap<>();
    putAll(common.files(), common.parameters(), values);
    putAll(deployment.files(), deployment.parameters(), values);
    putAll(asked.files(), asked.parameters(), values);
    return values;
  }

  private static void putAll(
      List<Path> files, Map<String, String> parameters, Map<String, String> into)
      throws InvalidInput {
    for (Path file : files) {
      into.putAll(ParameterFile.read(file));
    }
    into.putAll(parameters);
  }
}
