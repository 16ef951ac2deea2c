package io.github.waserverless.engine;

import io.github.waserverless.app.RuleData;
import io.github.waserverless.assembly.StackArtifact;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.template.Template;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Groups templates into applications: what nested stacks, exports and imports, or one build tie
 * together. Unrelated templates under one root never meet.
 */
final class ApplicationBuilder {

  /**
   * A template together with the file that holds it.
   *
   * @param stack the stack of an assembly that it belongs to
   */
  record Member(SourceFile source, Template template, Optional<StackArtifact> stack) {

    /** A template that no assembly holds. */
    Member(SourceFile source, Template template) {
      this(source, template, Optional.empty());
    }
  }

  /** How far below a build file a template may lie to belong to that build. */
  private static final int BUILD_DEPTH = 2;

  private final List<TemplateFile> files;
  private final int[] group;

  private ApplicationBuilder(List<TemplateFile> files) {
    this.files = files;
    this.group = new int[files.size()];
    for (int i = 0; i < group.length; i++) {
      group[i] = i;
    }
  }

  static List<Group> join(List<TemplateFile> files, RuleData data) {
    ApplicationBuilder builder = new ApplicationBuilder(files);
    builder.joinNestedStacks();
    builder.joinAssemblies();
    builder.joinImports();
    builder.joinBuilds();
    return builder.groups(data);
  }

  /** All templates as one application. */
  static List<Group> joinAll(List<TemplateFile> files, RuleData data) {
    ApplicationBuilder builder = new ApplicationBuilder(files);
    for (int i = 1; i < files.size(); i++) {
      builder.union(0, i);
    }
    return builder.groups(data);
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private void joinNestedStacks() {
    Map<Path, Integer> byPath = new HashMap<>();
    for (int i = 0; i < files.size(); i++) {
      byPath.put(absolute(files.get(i).path()), i);
    }
    for (int i = 0; i < files.size(); i++) {
      for (Path child : files.get(i).ties().nested().values()) {
        Integer other = byPath.get(child);
        if (other != null) {
          union(i, other);
        }
      }
    }
  }

  /** The stacks of an assembly are one application, each of its stages is another. */
  private void joinAssemblies() {
    Map<Path, Integer> assemblies = new HashMap<>();
    for (int i = 0; i < files.size(); i++) {
      Optional<StackArtifact> stack = files.get(i).stack();
      if (stack.isPresent()) {
        Integer other = assemblies.putIfAbsent(absolute(stack.get().assembly()), i);
        if (other != null) {
          union(i, other);
        }
      }
    }
  }

  /** An import meets an export only where one template alone exports that name. */
  private void joinImports() {
    Map<String, List<Integer>> exporters = new HashMap<>();
    for (int i = 0; i < files.size(); i++) {
      for (String name : files.get(i).ties().exports()) {
        exporters.computeIfAbsent(name, n -> new ArrayList<>()).add(i);
      }
    }
    for (int i = 0; i < files.size(); i++) {
      for (String name : files.get(i).ties().imports()) {
        List<Integer> found = exporters.getOrDefault(name, List.of());
        if (found.size() == 1 && !areApart(i, found.get(0))) {
          union(i, found.get(0));
        }
      }
    }
  }

  private boolean areApart(int a, int b) {
    return files
        .get(a)
        .stack()
        .flatMap(one -> files.get(b).stack().filter(one::isApartFrom))
        .isPresent();
  }

  private void joinBuilds() {
    Map<Path, Integer> builds = new HashMap<>();
    Map<Path, Boolean> isBuild = new HashMap<>();
    for (int i = 0; i < files.size(); i++) {
      if (files.get(i).stack().isPresent()) {
        continue;
      }
      Path folder = absolute(files.get(i).path()).getParent();
      for (int up = 0; folder != null && up <= BUILD_DEPTH; up++) {
        boolean samConfig = up == 0 && Files.exists(folder.resolve("samconfig.toml"));
        if (samConfig || isBuild.computeIfAbsent(folder, f -> Files.exists(f.resolve("pom.xml")))) {
          Integer other = builds.putIfAbsent(folder, i);
          if (other != null) {
            union(i, other);
          }
          break;
        }
        folder = folder.getParent();
      }
    }
  }

  private int find(int i) {
    int root = i;
    while (group[root] != root) {
      group[root] = group[group[root]];
      root = group[root];
    }
    return root;
  }

  private void union(int a, int b) {
    int first = Math.min(find(a), find(b));
    group[find(a)] = first;
    group[find(b)] = first;
  }

  private List<Group> groups(RuleData data) {
    Map<Integer, List<TemplateFile>> groups = new LinkedHashMap<>();
    Map<String, StackArtifact> stacks = new HashMap<>();
    for (int i = 0; i < files.size(); i++) {
      TemplateFile file = files.get(i);
      groups.computeIfAbsent(find(i), g -> new ArrayList<>()).add(file);
      file.stack().ifPresent(stack -> stacks.put(file.name(), stack));
    }
    return groups.values().stream().map(g -> new Group(g, stacks, data)).toList();
  }
}
