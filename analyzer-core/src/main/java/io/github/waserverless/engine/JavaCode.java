package io.github.waserverless.engine;

import io.github.waserverless.app.BuildScript;
import io.github.waserverless.app.SourceCode;
import io.github.waserverless.code.JavaFile;
import io.github.waserverless.code.program.Program;
import io.github.waserverless.parse.JavaReader;
import io.github.waserverless.source.Notice;
import io.github.waserverless.source.SourceFile;
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
import java.util.stream.Collectors;

/**
 * Reads the Java code that can be judged: that of builds with a handler in them, or with a function
 * of the templates. When there is none, nothing of the parser is even loaded.
 */
final class JavaCode {

  private static final String RUNTIME = "com.amazonaws.services.lambda.runtime";
  private static final List<String> CONSTRUCTS =
      List.of("software.amazon.awscdk", "software.constructs");

  private final Set<Path> named;
  private final Exclusion exclusion;
  private final SourcesAhead ahead;
  private final Modules modules;
  private final Map<FunctionCode, Path> locations = new LinkedHashMap<>();
  private final Set<Path> projects = new HashSet<>();
  private final BuildFolders builds = new BuildFolders();
  private final BuildScripts scripts;
  private final RootedFiles roots;
  private final List<Notice> unseen = new ArrayList<>();

  private JavaCode(
      List<TemplateFile> templates, CodeFiles found, BuildScripts scripts, RootedFiles roots) {
    this.roots = roots;
    this.scripts = scripts;
    this.named = found.named();
    this.exclusion = found.exclusion();
    this.ahead = found.ahead();
    this.modules = found.modules();
    templates.stream().flatMap(template -> template.functions().stream()).forEach(this::locate);
    templates.stream()
        .flatMap(template -> template.stack().stream())
        .flatMap(stack -> AssemblyProject.of(stack.assembly()).stream())
        .forEach(projects::add);
  }

  private void locate(FunctionCode code) {
    Path location = code.location();
    locations.put(code, code.synthesized() ? location : modules.source(location));
  }

  /**
   * What was read.
   *
   * @param sources the texts by their names
   * @param constructs the texts that may create constructs of the CDK
   * @param java the Java sources that were found
   * @param elsewhere the names of those that nobody asked for, read because a function may need
   *     them
   */
  record Read(
      SourceCode code,
      Map<String, SourceFile> sources,
      List<SourceFile> constructs,
      List<Path> java,
      Set<String> elsewhere,
      List<Notice> notices) {

    private Read apartFrom(Set<String> others) {
      return new Read(code, sources, constructs, java, others, notices);
    }

    private Read with(List<SourceFile> texts) {
      List<SourceFile> inJava = texts.stream().filter(t -> JvmSource.isJava(t.name())).toList();
      List<SourceFile> making =
          inJava.stream()
              .filter(t -> CONSTRUCTS.stream().anyMatch(t.text()::contains))
              .sorted(BY_NAME)
              .toList();
      return new Read(
          code,
          sources,
          making,
          inJava.stream().map(SourceFile::path).toList(),
          elsewhere,
          notices);
    }
  }

  /** Reads what was found, and the modules of functions whose code lies elsewhere. */
  static Read read(List<TemplateFile> templates, CodeFiles found, RootedFiles roots) {
    BuildScripts scripts = new BuildScripts(file -> script(file, roots), found.modules());
    JavaCode code = new JavaCode(templates, found, scripts, roots);
    Map<Path, Path> files = new LinkedHashMap<>();
    found.files().forEach(f -> files.putIfAbsent(real(f), f));
    Set<String> elsewhere = new HashSet<>();
    for (Path file : code.elsewhere(files.keySet())) {
      if (files.putIfAbsent(real(file), file) == null) {
        elsewhere.add(Names.of(file));
      }
    }
    found
        .modules()
        .further(files.keySet(), found.exclusion())
        .forEach(f -> files.putIfAbsent(real(f), f));
    files.values().removeIf(f -> !found.named().contains(f) && found.modules().isTest(f));
    List<CodeText> read = InParallel.map(List.copyOf(files.values()), found.ahead()::text);
    List<SourceFile> texts = read.stream().flatMap(text -> text.source().stream()).toList();
    code.findOrigins(templates, texts);
    List<SourceFile> judged = code.judged(texts);
    code.tellUnread(read, judged);
    Read parsed = code.parse(judged).apartFrom(elsewhere);
    return templates.stream().anyMatch(t -> t.stack().isPresent()) ? parsed.with(texts) : parsed;
  }

  /** What cannot be read beside code that is judged, or of what somebody asked for. */
  private void tellUnread(List<CodeText> read, List<SourceFile> judged) {
    List<CodeText> unread =
        read.stream()
            .filter(text -> text.source().isEmpty() && JvmSource.isJava(Names.of(text.path())))
            .toList();
    if (unread.isEmpty()) {
      return;
    }
    Set<Path> wanted = judged.stream().map(text -> build(text.path())).collect(Collectors.toSet());
    for (CodeText text : unread) {
      boolean isNamed = named.contains(text.path());
      if (isNamed || text.isDenied() || wanted.contains(build(text.path()))) {
        unseen.add(text.notice(isNamed));
      }
    }
  }

  private void findOrigins(List<TemplateFile> templates, List<SourceFile> texts) {
    AssetOrigin origin = new AssetOrigin(builds, texts);
    for (TemplateFile template : templates) {
      if (template.stack().isPresent()) {
        template.functions().stream()
            .filter(FunctionCode::java)
            .forEach(f -> origin.of(template, f).ifPresent(module -> locations.put(f, module)));
      }
    }
  }

  /** Texts in memory, all of which are judged. */
  static Read of(List<TemplateFile> templates, List<SourceFile> texts, BuildScripts scripts) {
    return new JavaCode(templates, CodeFiles.NONE, scripts, RootedFiles.ANYWHERE).parse(texts);
  }

  private static Optional<String> script(Path file, RootedFiles roots) {
    return Files.isRegularFile(file) && roots.admits(file)
        ? CodeText.of(file).source().map(SourceFile::text)
        : Optional.empty();
  }

  private static Path real(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /** The sources of functions whose code nobody searched. */
  private List<Path> elsewhere(Set<Path> searched) {
    Set<Path> folders = new HashSet<>();
    List<Path> files = new ArrayList<>();
    locations.forEach(
        (function, location) -> {
          if (function.java()) {
            add(function, location, folders);
          }
        });
    projects.stream().filter(roots::admits).forEach(folders::add);
    Set<Path> known = Folder.above(searched);
    for (Path folder : folders.stream().sorted().toList()) {
      if (Files.isDirectory(folder) && !known.contains(real(folder))) {
        files.addAll(FolderSearch.in(folder, exclusion, false, ahead).sources());
      }
    }
    return files;
  }

  /** The module of a function, unless it lies where nothing may be read. */
  private void add(FunctionCode function, Path location, Set<Path> folders) {
    if (roots.admits(location)) {
      Path home = home(location);
      folders.add(roots.admits(home) ? home : location);
    } else {
      unseen.add(
          Notice.notLookedAt(
              function.place(),
              "the code of "
                  + function.name()
                  + " lies outside of what is checked: --allow-outside reads it"));
    }
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
      if (named.contains(text.path()) || isOfHandler(text)) {
        wanted.add(build);
      }
    }
    locations.forEach(
        (function, location) -> {
          if (function.java()) {
            wanted.add(build(location.resolve("x")));
          }
        });
    byBuild.keySet().retainAll(wanted);
    return byBuild.values().stream().flatMap(List::stream).toList();
  }

  /** Whether a source speaks of Lambda's interfaces, so that its build is judged. */
  static boolean isOfHandler(SourceFile source) {
    return source.text().contains(RUNTIME);
  }

  private Path build(Path file) {
    Path folder = Optional.ofNullable(real(file).getParent()).orElse(real(file));
    return builds.module(folder).flatMap(builds::outermost).orElse(folder);
  }

  private Read parse(List<SourceFile> texts) {
    Map<SourceCode.Function, String> folders = new LinkedHashMap<>();
    locations.forEach((code, path) -> folders.put(code.function(), Names.of(path)));
    if (texts.isEmpty()) {
      return read(new SourceCode(Program.EMPTY, folders, Map.of()), Map.of(), unseen);
    }
    List<SourceFile> java =
        texts.stream().filter(t -> JvmSource.isJava(t.name())).sorted(BY_NAME).toList();
    Ahead<Map<String, BuildScript>> built = Ahead.of(() -> built(java));
    List<Notice> notices = new ArrayList<>(unseen);
    List<JavaFile> files = new ArrayList<>();
    for (JavaReader.ParsedJava parsed : InParallel.map(java, this::parse)) {
      parsed.file().ifPresent(files::add);
      notices.addAll(parsed.notices());
    }
    Program program = new Program(files, OtherLanguages.classes(texts));
    Map<String, SourceFile> sources = new HashMap<>();
    java.forEach(t -> sources.put(t.name(), t));
    return read(new SourceCode(program, folders, built.get()), sources, notices);
  }

  private Map<String, BuildScript> built(List<SourceFile> java) {
    Map<String, BuildScript> built = new HashMap<>();
    java.forEach(t -> scripts.of(t.path()).ifPresent(s -> built.put(t.name(), s)));
    return built;
  }

  private static Read read(SourceCode code, Map<String, SourceFile> sources, List<Notice> notices) {
    return new Read(code, sources, List.of(), List.of(), Set.of(), notices);
  }

  private static final java.util.Comparator<SourceFile> BY_NAME =
      (one, two) -> one.name().compareTo(two.name());

  private JavaReader.ParsedJava parse(SourceFile text) {
    return named.contains(text.path()) ? JavaReader.read(text, true) : ahead.parsed(text);
  }
}
