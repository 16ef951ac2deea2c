package io.github.waserverless.cli;

import io.github.waserverless.configuration.Configuration.Inputs;
import io.github.waserverless.engine.InvalidInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options that say what is known beside the templates. */
final class InputOptions {

  private InputOptions() {}

  static void addTo(CommandSpec spec) {
    spec.addOption(
        Specs.many(
            String.class,
            "NAME=VALUE",
            "The value of a template parameter, instead of its default; may be repeated.",
            "--parameter"));
    spec.addOption(
        Specs.many(
            Path.class,
            "FILE",
            "Values of template parameters: JSON as the AWS CLI or CodePipeline reads it, or a map"
                + " in JSON or YAML; may be repeated, the last value counts.",
            "--parameter-file"));
    spec.addOption(
        Specs.one(
            Path.class,
            "FILE",
            "A newer table of Lambda runtimes, in the form of lambda-runtimes.json.",
            "--runtime-data"));
  }

  static Inputs of(ParseResult parsed) throws InvalidInput {
    return new Inputs(
        Inputs.values(parsed.matchedOptionValue("--parameter", List.of())),
        parsed.matchedOptionValue("--parameter-file", List.of()),
        Optional.ofNullable(parsed.<@Nullable Path>matchedOptionValue("--runtime-data", null)));
  }
}
