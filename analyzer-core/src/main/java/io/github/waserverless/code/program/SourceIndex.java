package io.github.waserverless.code.program;

import io.github.waserverless.code.JavaClass;
import io.github.waserverless.code.JavaFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The classes of all sources by name. Modules of one repository may hold the same name twice. */
final class SourceIndex {

  private final List<SourceClass> classes = new ArrayList<>();
  private final Map<String, List<SourceClass>> byName = new HashMap<>();
  private final Map<String, List<SourceClass>> bySimpleName = new HashMap<>();
  private final Map<String, List<SourceClass>> byFile = new HashMap<>();

  SourceIndex(List<JavaFile> files) {
    for (JavaFile file : files) {
      file.classes().forEach(type -> add(file, type, Optional.empty()));
    }
  }

  private void add(JavaFile file, JavaClass type, Optional<SourceClass> outer) {
    SourceClass source = new SourceClass(file, type, outer);
    classes.add(source);
    byName.computeIfAbsent(source.name(), n -> new ArrayList<>(1)).add(source);
    bySimpleName.computeIfAbsent(source.simpleName(), n -> new ArrayList<>(1)).add(source);
    byFile.computeIfAbsent(file.file(), n -> new ArrayList<>(1)).add(source);
    type.nested().forEach(inner -> add(file, inner, Optional.of(source)));
  }

  List<SourceClass> classes() {
    return classes;
  }

  List<SourceClass> named(String qualifiedName) {
    return byName.getOrDefault(qualifiedName, List.of());
  }

  List<SourceClass> simplyNamed(String simpleName) {
    return bySimpleName.getOrDefault(simpleName, List.of());
  }

  List<SourceClass> in(String file) {
    return byFile.getOrDefault(file, List.of());
  }

  /** The class of a name that lies nearest to a file. */
  Optional<SourceClass> nearest(String qualifiedName, String file) {
    List<SourceClass> candidates = named(qualifiedName);
    if (candidates.size() < 2) {
      return candidates.stream().findFirst();
    }
    SourceClass best = candidates.get(0);
    for (SourceClass candidate : candidates) {
      if (closeness(candidate.file().file(), file) > closeness(best.file().file(), file)) {
        best = candidate;
      }
    }
    return Optional.of(best);
  }

  /** How many leading folders two paths share. */
  static int closeness(String a, String b) {
    int shared = 0;
    int end = Math.min(a.length(), b.length());
    for (int i = 0; i < end && a.charAt(i) == b.charAt(i); i++) {
      shared += a.charAt(i) == '/' ? 1 : 0;
    }
    return shared;
  }
}
