package io.github.waserverless.maven;

import io.github.waserverless.configuration.Configuration;
import io.github.waserverless.configuration.ConfigurationFile;
import io.github.waserverless.configuration.ConfigurationReader;
import io.github.waserverless.configuration.ProjectCheck;
import io.github.waserverless.configuration.Request;
import io.github.waserverless.configuration.RuleCatalog;
import io.github.waserverless.configuration.RuleSelection;
import io.github.waserverless.configuration.RunProfile;
import io.github.waserverless.configuration.SourceDate;
import io.github.waserverless.engine.Exclusion;
import io.github.waserverless.engine.InvalidInput;
import io.github.waserverless.engine.PathPattern;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The check that the parameters of a goal ask for.
 *
 * @param project what the project's configuration says
 */
record RequestedCheck(Reactor reactor, Configuration project, ProjectCheck check) {

  /**
   * Reads the parameters.
   *
   * @param known whether findings that a baseline holds are left out
   */
  static RequestedCheck of(AnalysisMojo mojo, boolean known) throws InvalidInput {
    Reactor reactor = Reactor.of(mojo.session);
    RuleCatalog catalog = RuleCatalog.load(RequestedCheck.class.getClassLoader());
    Optional<Path> file =
        path(mojo.configFile, reactor).or(() -> ConfigurationFile.above(reactor.folders()));
    Configuration project =
        file.isPresent() ? ConfigurationReader.read(file.get(), catalog) : Configuration.NONE;
    if (mojo.cdkOut != null && !project.scope().include().isEmpty()) {
      throw new InvalidInput(
          file.map(Path::toString).orElse("") + " says what is included: cdkOut has a place there");
    }
    try {
      ProjectCheck check = ProjectCheck.of(project, request(mojo, reactor, known), catalog);
      if (check.rules().isEmpty() && !mojo.rules.isEmpty()) {
        throw new InvalidInput("no rule is left: what rules names, excludeRules takes away");
      }
      return new RequestedCheck(reactor, project, check);
    } catch (RuleSelection.UnknownRule e) {
      throw new InvalidInput(String.valueOf(e.getMessage()));
    }
  }

  private static Request request(AnalysisMojo mojo, Reactor reactor, boolean known)
      throws InvalidInput {
    Exclusion excluded = Exclusion.of(reactor.folder(), mojo.excludes);
    List<Path> paths = paths(mojo, reactor);
    boolean part = paths.isEmpty() && reactor.isPart();
    return new Request(
        part ? List.of(Reactor.shown(reactor.folder())) : paths,
        selection(mojo),
        new Configuration.Inputs(
            Configuration.Inputs.values(mojo.parameters),
            mojo.parameterFiles.stream().map(reactor::resolve).toList(),
            path(mojo.runtimeData, reactor)),
        mojo.allowOutside,
        Optional.ofNullable(mojo.environment),
        new Request.Reported(
            mojo.honourPeerSuppressions,
            path(mojo.baselineFile, reactor),
            !known,
            Optional.empty(),
            part),
        SourceDate.in(System.getenv()).today(),
        new Request.Build(folders(mojo, reactor), excluded, reactor.modules()));
  }

  private static RuleSelection selection(AnalysisMojo mojo) throws InvalidInput {
    Optional<RunProfile> profile =
        mojo.profile == null
            ? Optional.empty()
            : Optional.of(Words.of("profile", mojo.profile, RunProfile.class));
    return new RuleSelection(profile, mojo.rules, mojo.excludeRules);
  }

  private static Optional<Path> path(@Nullable String text, Reactor reactor) {
    return Optional.ofNullable(text).map(reactor::resolve);
  }

  private static List<Path> folders(AnalysisMojo mojo, Reactor reactor) {
    List<Path> folders = new ArrayList<>(reactor.folders());
    path(mojo.cdkOut, reactor).ifPresent(folders::add);
    return folders;
  }

  /** What is read when it is not the whole project. */
  private static List<Path> paths(AnalysisMojo mojo, Reactor reactor) throws InvalidInput {
    List<Path> paths = new ArrayList<>();
    for (String pattern : mojo.includes) {
      List<Path> found = PathPattern.under(reactor.folder(), pattern);
      if (found.isEmpty()) {
        throw new InvalidInput("nothing is there that includes means with " + pattern);
      }
      paths.addAll(found);
    }
    mojo.templates.forEach(template -> paths.add(reactor.folder().resolve(template)));
    if (!mojo.templates.isEmpty() && mojo.includes.isEmpty()) {
      paths.addAll(reactor.sources());
    }
    if (mojo.cdkOut != null && !paths.isEmpty()) {
      paths.add(reactor.folder().resolve(mojo.cdkOut));
    }
    return paths.stream().map(path -> Reactor.shown(path.normalize())).distinct().toList();
  }
}
