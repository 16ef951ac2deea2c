package io.github.waserverless.checkstyle;

import io.github.waserverless.configuration.Configuration;
import io.github.waserverless.configuration.ConfigurationFile;
import io.github.waserverless.configuration.ConfigurationReader;
import io.github.waserverless.configuration.ProjectCheck;
import io.github.waserverless.configuration.Request;
import io.github.waserverless.configuration.RuleCatalog;
import io.github.waserverless.configuration.RuleSelection;
import io.github.waserverless.configuration.RunProfile;
import io.github.waserverless.engine.Analysis;
import io.github.waserverless.engine.InvalidInput;
import io.github.waserverless.engine.Progress;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files and what is said about them.
 *
 * @param configuration the configuration file; empty for the one that is found above the files
 * @param profile which rules run, whatever the configuration says
 */
record ProjectFiles(Optional<Path> configuration, Optional<RunProfile> profile) {

  Analysis analyze(Collection<Path> files) throws InvalidInput {
    RuleCatalog catalog = RuleCatalog.load(ProjectFiles.class.getClassLoader());
    List<Path> paths = List.copyOf(files);
    Optional<Path> file = configuration.or(() -> ConfigurationFile.above(paths));
    Configuration project =
        file.isPresent() ? ConfigurationReader.read(file.get(), catalog) : Configuration.NONE;
    Request request =
        new Request(
            paths,
            new RuleSelection(profile, List.of(), List.of()),
            new Configuration.Inputs(Map.of(), List.of(), Optional.empty()),
            false,
            Optional.empty(),
            Request.Reported.ALL,
            LocalDate.now(ZoneOffset.UTC),
            Request.Build.NONE);
    try {
      return ProjectCheck.of(project, request, catalog).analyze(Progress.NONE);
    } catch (RuleSelection.UnknownRule e) {
      throw new InvalidInput(String.valueOf(e.getMessage()));
    }
  }
}
