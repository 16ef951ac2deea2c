package io.github.waserverless.maven;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A copy of a project in {@code src/it}, and what Maven says when it builds it. */
final class MavenBuild {

  private static final Path REPOSITORY = Path.of(property("it.repository"));
  private static final String GROUP = "io.github.waserverless";

  private final Path folder;
  private String log = "";
  private int exitCode = -1;

  private MavenBuild(Path folder) {
    this.folder = folder;
  }

  /** A fresh copy, in a checkout of its own. */
  static MavenBuild of(String project, String test) throws IOException {
    Path from = Path.of(property("it.projects"), project);
    Path to = Path.of(property("it.builds"), test);
    delete(to);
    for (Path file : all(from)) {
      Path copy = to.resolve(from.relativize(file).toString());
      if (Files.isDirectory(file)) {
        Files.createDirectories(copy);
      } else {
        Files.writeString(copy, Files.readString(file).replace("@version@", version()));
      }
    }
    Path pom = to.resolve("pom.xml");
    if (Files.exists(pom)) {
      Files.writeString(
          pom, Files.readString(pom).replace("</project>", repositories() + "</project>"));
    }
    Files.createDirectories(to.resolve(".git"));
    Files.createDirectories(to.resolve(".mvn"));
    return new MavenBuild(to);
  }

  /** What the surrounding build has downloaded need not be downloaded again. */
  private static String repositories() {
    String url = Path.of(property("it.cache")).toUri().toString();
    String unchecked = "<%s><checksumPolicy>ignore</checksumPolicy></%s>";
    String cache =
        "<id>cache</id><url>"
            + url
            + "</url>"
            + unchecked.formatted("releases", "releases")
            + unchecked.formatted("snapshots", "snapshots");
    return "<repositories><repository>%s</repository></repositories>".formatted(cache)
        + "<pluginRepositories><pluginRepository>%s</pluginRepository></pluginRepositories>"
            .formatted(cache);
  }

  static String version() {
    return property("it.version");
  }

  private static String property(String name) {
    return requireNonNull(System.getProperty(name), name);
  }

  private static List<Path> all(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> files = new ArrayList<>(Files.exists(folder) ? all(folder) : List.of());
    for (int i = files.size() - 1; i >= 0; i--) {
      Files.delete(files.get(i));
    }
  }

  /** Builds in the project's folder. */
  MavenBuild run(String... arguments) throws IOException, InterruptedException {
    return runIn("", arguments);
  }

  /** Builds in a folder of the project. */
  MavenBuild runIn(String below, String... arguments) throws IOException, InterruptedException {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    List<String> command = new ArrayList<>();
    command.add(Path.of(property("it.maven.home"), "bin", windows ? "mvn.cmd" : "mvn").toString());
    command.addAll(List.of("-B", "-ntp", "-Dmaven.repo.local=" + REPOSITORY));
    command.addAll(List.of(arguments));
    Path output = folder.resolveSibling(folder.getFileName() + ".log");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.resolve(below).toFile());
    // What the surrounding build was told is not for this one.
    builder.environment().keySet().removeAll(List.of("MAVEN_ARGS", "MAVEN_OPTS", "MAVEN_CONFIG"));
    builder.environment().remove("MAVEN_PROJECTBASEDIR");
    builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    exitCode = process.waitFor();
    log = Files.readString(output);
    return this;
  }

  /** What Maven said in the last build. */
  String log() {
    return log;
  }

  boolean succeeded() {
    return exitCode == 0;
  }

  /** How often Maven said something in the last build. */
  int times(String text) {
    return (int) log.lines().filter(line -> line.contains(text)).count();
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  String text(String name) throws IOException {
    return Files.readString(file(name));
  }

  /** Lets Maven find the plugin by its prefix, as a Maven since 3.9 does that installs it. */
  static Path settingsWithGroup(Path settings) throws IOException {
    Path metadata = REPOSITORY.resolve(GROUP.replace('.', '/') + "/maven-metadata-local.xml");
    Files.writeString(
        metadata,
        """
        <metadata>
          <plugins>
            <plugin>
              <name>wa-serverless Maven plugin</name>
              <prefix>wa-serverless</prefix>
              <artifactId>wa-serverless-maven-plugin</artifactId>
            </plugin>
          </plugins>
        </metadata>
        """);
    return Files.writeString(
        settings,
        "<settings><pluginGroups><pluginGroup>%s</pluginGroup></pluginGroups></settings>"
            .formatted(GROUP));
  }
}
