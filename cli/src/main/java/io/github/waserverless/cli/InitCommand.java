package io.github.waserverless.cli;

import io.github.waserverless.configuration.ConfigurationDraft;
import io.github.waserverless.configuration.ConfigurationFile;
import io.github.waserverless.configuration.RuleCatalog;
import io.github.waserverless.output.OutputFile;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code init}: writes a first configuration. */
final class InitCommand implements Callable<Integer> {

  private static final String SCHEMA =
      "https://raw.githubusercontent.com/wa-serverless/wa-serverless/main/docs/configuration.schema.json";

  private final CommandSpec spec =
      Specs.command(
          this,
          "init",
          "Write a commented " + ConfigurationFile.NAME + " that fits what is found.");
  private final PrintStream out;
  private final Environment environment;

  InitCommand(PrintStream out, Environment environment) {
    this.out = out;
    this.environment = environment;
  }

  CommandSpec spec() {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("FOLDER")
            .type(Path.class)
            .arity("0..1")
            .description("The folder of the project (default: this folder).")
            .build());
    spec.addOption(Specs.help());
    return spec;
  }

  @Override
  public Integer call() throws Exception {
    Path folder = spec.commandLine().getParseResult().matchedPositionalValue(0, Path.of("."));
    if (!Files.isDirectory(folder)) {
      throw new UsageError("there is no folder " + folder);
    }
    Path file = folder.resolve(ConfigurationFile.NAME).normalize();
    if (Files.exists(file)) {
      throw new UsageError(file + " is there already");
    }
    RuleCatalog catalog = RuleCatalog.load(InitCommand.class.getClassLoader());
    OutputFile.write(file, ConfigurationDraft.of(folder, catalog, environment.today(), SCHEMA));
    out.write(("wrote " + file + "\n").getBytes(StandardCharsets.UTF_8));
    return ExitCode.CLEAN;
  }
}
