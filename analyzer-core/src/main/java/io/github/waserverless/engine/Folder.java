package io.github.waserverless.engine;

import io.github.waserverless.assembly.CloudAssembly;
import io.github.waserverless.parse.TextDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A folder in a search and what lies in it.
 *
 * @param entries what lies in it, in the order of the names
 * @param names the names of its entries
 * @param inAssembly whether the CDK wrote it
 * @param inSamBuild whether the SAM CLI wrote it
 */
record Folder(
    Path path, List<Path> entries, Set<String> names, boolean inAssembly, boolean inSamBuild) {

  private static final Set<String> SKIPPED =
      Set.of(
          "node_modules",
          "bower_components",
          "target",
          ".git",
          ".hg",
          ".svn",
          ".gradle",
          ".venv",
          "venv",
          ".tox",
          "__pycache__",
          ".terraform",
          ".aws-composer",
          ".idea",
          ".vscode");
  private static final long LARGEST_MANIFEST = 10_000_000;
  private static final Set<String> TESTS = Set.of("test", "tests", "__tests__", "fixtures");
  private static final Set<String> SAM_TEMPLATES =
      Set.of("template.yaml", "template.yml", "template.json");

  static Folder of(Path path, List<Path> found) {
    Path whole = path.toAbsolutePath().normalize();
    // The entries themselves, for a name that the locale cannot show leads to no file.
    List<Map.Entry<String, Path>> named = new ArrayList<>(found.size());
    for (Path entry : found) {
      named.add(Map.entry(String.valueOf(entry.getFileName()), entry));
    }
    named.sort((one, two) -> one.getKey().compareTo(two.getKey()));
    List<Path> entries = new ArrayList<>(found.size());
    Set<String> names = new HashSet<>();
    for (Map.Entry<String, Path> entry : named) {
      entries.add(entry.getValue());
      names.add(entry.getKey());
    }
    return new Folder(path, entries, names, isIn(whole, "cdk.out"), isIn(whole, ".aws-sam"));
  }

  /** Whether a folder holds what tests read. */
  static boolean isForTests(Path folder) {
    return TESTS.contains(name(folder));
  }

  /** Whether a path leads through a folder that holds what tests read. */
  static boolean anyIsForTests(Path path) {
    return TESTS.stream().anyMatch(name -> isIn(path, name));
  }

  /** Whether what lies in one of its folders is not the user's own source. */
  boolean skips(String folder) {
    return SKIPPED.contains(folder)
        || (folder.equals(".aws-sam") && SAM_TEMPLATES.stream().anyMatch(names::contains))
        || (folder.equals("build") && isGradleProject())
        || (folder.startsWith("asset.") && inAssembly)
        || (name(path).equals(".aws-sam") && !folder.equals("build"));
  }

  /** Whether it is a cloud assembly: with the file that marks one, or by what its manifest says. */
  boolean isAssembly() {
    return names.contains(CloudAssembly.MANIFEST)
        && Files.isRegularFile(path.resolve(CloudAssembly.MANIFEST))
        && (Files.isRegularFile(path.resolve("cdk.out")) || hasManifest());
  }

  /** Whether a folder is a cloud assembly. */
  static boolean isAssembly(Path folder) {
    return of(folder, List.of(folder.resolve(CloudAssembly.MANIFEST))).isAssembly();
  }

  private boolean hasManifest() {
    try {
      Path manifest = path.resolve(CloudAssembly.MANIFEST);
      return Files.size(manifest) <= LARGEST_MANIFEST
          && CloudAssembly.isManifest(TextDecoder.decode(Files.readAllBytes(manifest)));
    } catch (IOException e) {
      return false;
    }
  }

  private boolean isGradleProject() {
    return names.contains("build.gradle") || names.contains("build.gradle.kts");
  }

  /** Whether one of its files may be a template: builds put the code beside them. */
  boolean mayHold(String file) {
    return inAssembly
        ? file.endsWith(".template.json")
        : !inSamBuild || SAM_TEMPLATES.contains(file);
  }

  private static boolean isIn(Path path, String folder) {
    if (!path.toString().contains(folder)) {
      return false;
    }
    for (Path part : path) {
      if (part.toString().equals(folder)) {
        return true;
      }
    }
    return false;
  }

  private static String name(Path folder) {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return name == null ? "" : name.toString();
  }

  /** The folders that files are in, up to the root. */
  static Set<Path> above(Set<Path> files) {
    Set<Path> folders = new HashSet<>();
    for (Path file : files) {
      Path folder = file.getParent();
      while (folder != null && folders.add(folder)) {
        folder = folder.getParent();
      }
    }
    return folders;
  }
}
