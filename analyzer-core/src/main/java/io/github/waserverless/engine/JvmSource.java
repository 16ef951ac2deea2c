package io.github.waserverless.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which files are sources in a language of the JVM, and which of them are not test code. */
final class JvmSource {

  private static final Set<String> OTHER_LANGUAGES = Set.of("kt", "scala", "groovy");
  private static final List<String> GENERATED =
      List.of("generated-sources", "generated/sources", "generated");

  private JvmSource() {}

  static boolean isSource(String name) {
    return (isJava(name) || OTHER_LANGUAGES.contains(ending(name))) && !isTest(name);
  }

  /** Whether it is in a language of the JVM, whatever it is for. */
  static boolean isCode(String name) {
    return name.endsWith(".java") || OTHER_LANGUAGES.contains(ending(name));
  }

  static boolean isJava(String name) {
    return name.endsWith(".java")
        && !name.endsWith("package-info.java")
        && !name.endsWith("module-info.java");
  }

  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1);
  }

  private static boolean isTest(String name) {
    String base = name.substring(0, name.lastIndexOf('.'));
    return base.endsWith("Test") || base.endsWith("Tests") || base.endsWith("IT");
  }

  static boolean isBuildOutput(String folder) {
    return folder.equals("target") || folder.equals("build");
  }

  /** What a build generates is code of the module, unlike the rest of its output. */
  static List<Path> generatedIn(Path output) {
    return GENERATED.stream()
        .map(output::resolve)
        .filter(Files::isDirectory)
        .findFirst()
        .map(JvmSource::under)
        .orElse(List.of());
  }

  /** The sources in a folder that holds nothing else. */
  static List<Path> under(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(p -> isSource(p.toString()))
          .filter(p -> !folder.relativize(p).toString().contains("test-"))
          .filter(p -> Files.isRegularFile(p, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }
}
