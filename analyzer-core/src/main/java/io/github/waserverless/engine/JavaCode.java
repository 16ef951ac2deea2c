package io.github.waserverless.engine;

import io.github.waserverless.app.BuildScript;
import io.github.waserverless.app.SourceCode;
import io.github.waserverless.code.JavaFile;
import io.github.waserverless.code.program.Program;
import io.github.waserverless.parse.JavaReader;
import io.github.waserverless.parse.TextDecoder;
import io.github.waserverless.source.Notice;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.template.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads the Java code that can be judged: that of builds with a handler in them, or with a function
 * of the templates. When there is none, nothing of the parser is even loaded.
 */
final class JavaCode {

  private static final String RUNTIME = "com.amazonaws.services.lambda.runtime";

  private final Set<Path> named;
  private final Exclusion exclusion;
  private final Map<Resource, Path> locations;
  private final BuildFolders builds = new BuildFolders();
  private final BuildScripts scripts;
  private final RootedFiles roots;
  private final List<Notice> outside = new ArrayList<>();

  private JavaCode(
      List<ApplicationBuilder.Member> members,
      CodeFiles found,
      BuildScripts scripts,
      RootedFiles roots) {
    this.roots = roots;
    this.scripts = scripts;
    this.named = found.named();
    this.exclusion = found.exclusion();
    this.locations = CodeLocations.of(members);
  }

  /**
   * What was read.
   *
   * @param sources the texts by their names
   */
  record Read(SourceCode code, Map<String, SourceFile> sources, List<Notice> notices) {}

  /** Reads what was found, and the modules of functions whose code lies elsewhere. */
  static Read read(List<ApplicationBuilder.Member> members, CodeFiles found, RootedFiles roots) {
    BuildScripts scripts = new BuildScripts(file -> script(file, roots));
    JavaCode code = new JavaCode(members, found, scripts, roots);
    Map<Path, Path> files = new LinkedHashMap<>();
    found.files().forEach(f -> files.putIfAbsent(real(f), f));
    code.elsewhere(files.keySet()).forEach(f -> files.putIfAbsent(real(f), f));
    List<SourceFile> texts =
        files.values().parallelStream().flatMap(f -> text(f).stream()).toList();
    return code.parse(code.judged(texts));
  }

  /** Texts in memory, all of which are judged. */
  static Read of(
      List<ApplicationBuilder.Member> members, List<SourceFile> texts, BuildScripts scripts) {
    CodeFiles found = new CodeFiles(List.of(), Set.of(), Exclusion.NONE);
    return new JavaCode(members, found, scripts, RootedFiles.ANYWHERE).parse(texts);
  }

  private static Optional<String> script(Path file, RootedFiles roots) {
    return Files.isRegularFile(file) && roots.admits(file)
        ? text(file).map(SourceFile::text)
        : Optional.empty();
  }

  private static Path real(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private static Optional<SourceFile> text(Path file) {
    try {
      String text = TextDecoder.decode(Files.readAllBytes(file));
      return Optional.of(new SourceFile(file, Names.of(file), text));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The sources of functions whose code nobody searched. */
  private List<Path> elsewhere(Set<Path> searched) {
    Set<Path> folders = new HashSet<>();
    List<Path> files = new ArrayList<>();
    locations.forEach(
        (function, location) -> {
          if (CodeLocations.mayRunJava(function) && isJava(function)) {
            add(function, location, folders);
          }
        });
    for (Path folder : folders.stream().sorted().toList()) {
      Path absolute = real(folder);
      if (Files.isDirectory(folder) && searched.stream().noneMatch(s -> s.startsWith(absolute))) {
        files.addAll(FolderSearch.in(folder, exclusion, false).sources());
      }
    }
    return files;
  }

  /** The module of a function, unless it lies where nothing may be read. */
  private void add(Resource function, Path location, Set<Path> folders) {
    if (roots.admits(location)) {
      Path home = home(location);
      folders.add(roots.admits(home) ? home : location);
    } else {
      outside.add(
          Notice.notLookedAt(
              CodeLocations.place(function),
              "the code of "
                  + function.name()
                  + " lies outside of what is checked: --allow-outside reads it"));
    }
  }

  private static boolean isJava(Resource function) {
    return function
        .property("Runtime")
        .text()
        .certain()
        .filter(r -> r.startsWith("java"))
        .isPresent();
  }

  /** The module that code is in; names stay as the template's path has them. */
  private Path home(Path location) {
    Path folder = Path.of(folderOf(location));
    Path absolute = real(folder);
    return builds
        .module(absolute)
        .flatMap(builds::outermost)
        .map(
            outermost -> {
              if (folder.isAbsolute()) {
                return outermost;
              }
              Path up = Path.of("").toAbsolutePath().relativize(outermost);
              return up.toString().isEmpty() ? Path.of(".") : up;
            })
        .orElse(folder);
  }

  private static String folderOf(Path location) {
    String name = Names.of(location);
    return name.endsWith(".jar") || name.endsWith(".zip")
        ? Names.of(location.resolveSibling(""))
        : name;
  }

  /** The files of builds that hold a handler, or the code of a function. */
  private List<SourceFile> judged(List<SourceFile> texts) {
    Map<Path, List<SourceFile>> byBuild = new TreeMap<>();
    Set<Path> wanted = new HashSet<>();
    for (SourceFile text : texts) {
      Path build = build(text.path());
      byBuild.computeIfAbsent(build, b -> new ArrayList<>()).add(text);
      if (named.contains(text.path()) || text.text().contains(RUNTIME)) {
        wanted.add(build);
      }
    }
    locations.forEach(
        (function, location) -> {
          if (isJava(function)) {
            wanted.add(build(location.resolve("x")));
          }
        });
    return byBuild.entrySet().stream()
        .filter(e -> wanted.contains(e.getKey()))
        .flatMap(e -> e.getValue().stream())
        .toList();
  }

  private Path build(Path file) {
    Path folder = Optional.ofNullable(real(file).getParent()).orElse(real(file));
    return builds.module(folder).flatMap(builds::outermost).orElse(folder);
  }

  private Read parse(List<SourceFile> texts) {
    Map<Resource, String> folders = new LinkedHashMap<>();
    locations.forEach((function, path) -> folders.put(function, Names.of(path)));
    if (texts.isEmpty()) {
      return new Read(new SourceCode(Program.EMPTY, folders, Map.of()), Map.of(), outside);
    }
    List<SourceFile> java =
        texts.stream().filter(t -> JvmSource.isJava(t.name())).sorted(BY_NAME).toList();
    List<Notice> notices = new ArrayList<>(outside);
    List<JavaFile> files = new ArrayList<>();
    for (JavaReader.ParsedJava parsed : java.parallelStream().map(this::parse).toList()) {
      parsed.file().ifPresent(files::add);
      notices.addAll(parsed.notices());
    }
    Program program = new Program(files, OtherLanguages.classes(texts));
    Map<String, SourceFile> sources = new HashMap<>();
    java.forEach(t -> sources.put(t.name(), t));
    Map<String, BuildScript> built = new HashMap<>();
    java.forEach(t -> scripts.of(t.path()).ifPresent(s -> built.put(t.name(), s)));
    return new Read(new SourceCode(program, folders, built), sources, notices);
  }

  private static final java.util.Comparator<SourceFile> BY_NAME =
      java.util.Comparator.comparing(SourceFile::name);

  private JavaReader.ParsedJava parse(SourceFile text) {
    return JavaReader.read(text, named.contains(text.path()));
  }
}
