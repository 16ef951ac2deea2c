package io.github.waserverless.cli;

import io.github.waserverless.app.RuleData;
import io.github.waserverless.engine.InvalidInput;
import io.github.waserverless.engine.ParameterFile;
import io.github.waserverless.engine.RuntimeFile;
import io.github.waserverless.engine.Tables;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The options that say what is known beside the templates.
 *
 * @param pairs parameters as {@code Name=Value}
 * @param files parameter files
 */
record InputOptions(List<String> pairs, List<Path> files, @Nullable Path runtimes) {

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

  static InputOptions of(ParseResult parsed) {
    return new InputOptions(
        parsed.matchedOptionValue("--parameter", List.of()),
        parsed.matchedOptionValue("--parameter-file", List.of()),
        parsed.<@Nullable Path>matchedOptionValue("--runtime-data", null));
  }

  Map<String, String> parameters() throws UsageError, InvalidInput {
    Map<String, String> values = new LinkedHashMap<>();
    for (Path file : files) {
      values.putAll(ParameterFile.read(file));
    }
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      if (equals <= 0) {
        throw new UsageError("--parameter takes NAME=VALUE, not " + pair);
      }
      values.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return values;
  }

  RuleData data(LocalDate today) throws InvalidInput {
    return runtimes == null
        ? Tables.shipped(today)
        : Tables.with(today, Map.of(RuntimeFile.TABLE, RuntimeFile.read(runtimes)));
  }
}
