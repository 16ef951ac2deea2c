package io.github.waserverless.maven;

import io.github.waserverless.configuration.SourceDate;
import io.github.waserverless.engine.InputState;
import io.github.waserverless.engine.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.descriptor.PluginDescriptor;

/**
 * The input of a check, remembered when it passes.
 *
 * @param file where it is remembered
 * @param state what there is now
 */
record PassedInput(Path file, String state) {

  static PassedInput of(CheckingMojo mojo, RequestedCheck requested, Path folder)
      throws InvalidInput {
    String asked =
        mojo.execution.getConfiguration()
            + " "
            + properties(mojo)
            + " "
            + requested.reactor()
            + " "
            + SourceDate.in(System.getenv()).today();
    String state = InputState.of(requested.check().search(), files(mojo, requested), asked);
    Path file = folder.resolve("passed-" + mojo.execution.getExecutionId());
    return new PassedInput(file, state);
  }

  /** Whether a check of the same input has passed. */
  boolean isUnchanged() {
    try {
      return Files.exists(file) && Files.readString(file).equals(state);
    } catch (IOException e) {
      return false;
    }
  }

  /** Says that the check has passed. That it cannot be said costs the next build its time only. */
  void remember() {
    try {
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, state);
    } catch (IOException e) {
      // The next build checks again.
    }
  }

  private static String properties(CheckingMojo mojo) {
    TreeMap<String, String> own = new TreeMap<>();
    for (Properties properties :
        List.of(mojo.project.getProperties(), mojo.session.getUserProperties())) {
      for (String name : properties.stringPropertyNames()) {
        if (name.startsWith("wa-serverless.")) {
          own.put(name, properties.getProperty(name));
        }
      }
    }
    return own.toString();
  }

  /** Files that count beside those of the project, with the plugin and its rules themselves. */
  private static List<Path> files(CheckingMojo mojo, RequestedCheck requested) {
    List<Path> files = new ArrayList<>();
    PluginDescriptor plugin = mojo.execution.getMojoDescriptor().getPluginDescriptor();
    for (Artifact artifact : plugin.getArtifacts()) {
      files.add(artifact.getFile().toPath());
    }
    requested.project().file().ifPresent(files::add);
    requested.project().inputs().runtimes().ifPresent(files::add);
    requested.project().reporting().baseline().ifPresent(files::add);
    files.addAll(requested.project().inputs().files());
    requested.project().deployments().forEach(d -> files.addAll(d.files()));
    Stream.of(mojo.runtimeData, mojo.baselineFile)
        .flatMap(name -> Optional.ofNullable(name).stream())
        .forEach(name -> files.add(requested.reactor().resolve(name)));
    mojo.parameterFiles.forEach(name -> files.add(requested.reactor().resolve(name)));
    return files;
  }
}
