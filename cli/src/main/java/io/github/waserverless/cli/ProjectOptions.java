package io.github.waserverless.cli;

import io.github.waserverless.configuration.Configuration;
import io.github.waserverless.configuration.ConfigurationFile;
import io.github.waserverless.configuration.ConfigurationReader;
import io.github.waserverless.configuration.ProjectCheck;
import io.github.waserverless.configuration.Request;
import io.github.waserverless.configuration.Request.Reported;
import io.github.waserverless.configuration.RuleCatalog;
import io.github.waserverless.configuration.RuleSelection.UnknownRule;
import io.github.waserverless.engine.InvalidInput;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The arguments that say what is checked, and what the project says about that. */
final class ProjectOptions {

  private ProjectOptions() {}

  static void addTo(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PATH")
            .type(List.class)
            .auxiliaryTypes(Path.class)
            .arity("0..*")
            .description(
                "Templates, Java sources, and folders that are searched for them (default: what"
                    + " the configuration includes, or this folder). Folders of tests are searched"
                    + " only when they are named.")
            .build());
    spec.addOption(
        Specs.one(
            Path.class,
            "FILE",
            "The configuration, instead of the "
                + ConfigurationFile.NAME
                + " at or above what is checked.",
            "--config"));
    spec.addOption(Specs.flag("Read no configuration.", "--no-config"));
    spec.addOption(
        Specs.one(
            String.class,
            "NAME",
            "Check one of the environments that the configuration names, instead of each.",
            "--environment"));
    spec.addOption(
        Specs.flag(
            "Read what templates name outside of the checkouts and folders that are checked.",
            "--allow-outside"));
    InputOptions.addTo(spec);
  }

  static List<Path> paths(ParseResult parsed) {
    return parsed.matchedPositionalValue(0, List.of());
  }

  static Configuration configuration(ParseResult parsed, RuleCatalog catalog)
      throws InvalidInput, UsageError {
    Optional<Path> file =
        Optional.ofNullable(parsed.<@Nullable Path>matchedOptionValue("--config", null));
    if (parsed.hasMatchedOption("--no-config")) {
      if (file.isPresent()) {
        throw new UsageError("--config and --no-config exclude each other");
      }
      return Configuration.NONE;
    }
    List<Path> paths = paths(parsed);
    Optional<Path> found =
        file.or(() -> ConfigurationFile.above(paths.isEmpty() ? List.of(Path.of(".")) : paths));
    if (found.isEmpty()) {
      return Configuration.NONE;
    }
    boolean trusted = file.isPresent() || parsed.matchedOptionValue("--allow-outside", false);
    return trusted
        ? ConfigurationReader.read(found.get(), catalog)
        : ConfigurationReader.readFound(found.get(), catalog);
  }

  static ProjectCheck check(
      ParseResult parsed,
      Configuration project,
      RuleCatalog catalog,
      Reported reported,
      LocalDate today)
      throws InvalidInput, UsageError {
    Request request =
        new Request(
            paths(parsed),
            SelectionOptions.of(parsed),
            InputOptions.of(parsed),
            parsed.matchedOptionValue("--allow-outside", false),
            Optional.ofNullable(parsed.<@Nullable String>matchedOptionValue("--environment", null)),
            reported,
            today,
            Request.Build.NONE);
    try {
      ProjectCheck check = ProjectCheck.of(project, request, catalog);
      if (check.rules().isEmpty() && parsed.hasMatchedOption("--rule")) {
        throw new UsageError("no rule is left: what --rule names, --exclude-rule takes away");
      }
      return check;
    } catch (UnknownRule e) {
      throw new UsageError(String.valueOf(e.getMessage()));
    }
  }
}
