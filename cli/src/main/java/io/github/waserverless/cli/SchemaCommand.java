package io.github.waserverless.cli;

import io.github.waserverless.configuration.ConfigurationSchema;
import io.github.waserverless.configuration.RuleCatalog;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code schema}: prints what configuration files may say. */
final class SchemaCommand implements Callable<Integer> {

  private final CommandSpec spec =
      Specs.command(this, "schema", "Print the JSON schema of configuration files, for editors.");
  private final PrintStream out;

  SchemaCommand(PrintStream out) {
    this.out = out;
  }

  CommandSpec spec() {
    spec.addOption(Specs.help());
    return spec;
  }

  @Override
  public Integer call() throws Exception {
    StringBuilder text = new StringBuilder();
    ConfigurationSchema.write(RuleCatalog.load(SchemaCommand.class.getClassLoader()), text);
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    return ExitCode.CLEAN;
  }
}
