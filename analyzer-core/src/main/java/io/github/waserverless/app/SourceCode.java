package io.github.waserverless.app;

import io.github.waserverless.code.flow.Bodies;
import io.github.waserverless.code.program.Program;
import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.template.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Java code of a run, and where the code of each function lies. */
public final class SourceCode {

  /** No code at all. */
  public static final SourceCode NONE = new SourceCode(Program.EMPTY, Map.of(), Map.of());

  private static final Pattern BUILT =
      Pattern.compile("(.*?)/?(?:target|build/(?:libs|distributions|packages|docker))(?:/.*)?");

  private final Program program;
  private final Bodies bodies;
  private final Map<Function, String> locations;
  private final Map<String, BuildScript> builds;

  /** A function, whether or not its template is in memory. */
  public record Function(String template, String logicalId) {

    /** The function that a resource is. */
    public static Function of(Resource resource) {
      return new Function(resource.template(), resource.logicalId());
    }
  }

  /**
   * @param locations the folder or archive of each function's code, as paths are reported
   * @param builds what each source file is built with, by its name
   */
  public SourceCode(
      Program program, Map<Function, String> locations, Map<String, BuildScript> builds) {
    this(program, new Bodies(program), Map.copyOf(locations), Map.copyOf(builds));
  }

  private SourceCode(
      Program program,
      Bodies bodies,
      Map<Function, String> locations,
      Map<String, BuildScript> builds) {
    this.program = program;
    this.bodies = bodies;
    this.locations = locations;
    this.builds = builds;
  }

  /** The same code for another application, without what is known of too many methods. */
  public SourceCode without(int most) {
    Bodies others = bodies.orAnew(most);
    return others == bodies ? this : new SourceCode(program, others, locations, builds);
  }

  /** The sources. */
  public Program program() {
    return program;
  }

  /** What a source file is built with. */
  public Optional<BuildScript> build(String file) {
    return Optional.ofNullable(builds.get(file));
  }

  /** What the methods in the sources do. */
  public Bodies bodies() {
    return bodies;
  }

  /** The folder of the sources that a function's code is built from. */
  public Optional<String> folder(Resource function) {
    return Optional.ofNullable(locations.get(Function.of(function))).map(SourceCode::sourcesOf);
  }

  /** An archive is built in the output folder of the module that holds its sources. */
  static String sourcesOf(String location) {
    Matcher built = BUILT.matcher(location);
    if (built.matches()) {
      return built.group(1);
    }
    boolean archive = location.endsWith(".jar") || location.endsWith(".zip");
    return archive ? location.substring(0, Math.max(0, location.lastIndexOf('/'))) : location;
  }

  /** The classes where a function's code is; all of them where that is not known. */
  public List<SourceClass> classes(Resource function) {
    String folder = folder(function).orElse("");
    return program.classes().stream().filter(c -> isIn(c.file().file(), folder)).toList();
  }

  /** Those of several classes that lie where the function's code is, or else nearest to it. */
  List<SourceClass> nearest(List<SourceClass> candidates, Resource function) {
    String folder = folder(function).orElse("");
    List<SourceClass> inside =
        candidates.stream().filter(c -> isIn(c.file().file(), folder)).toList();
    if (!inside.isEmpty()) {
      return inside;
    }
    int most = candidates.stream().mapToInt(c -> shared(c, folder, function)).max().orElse(0);
    return candidates.stream().filter(c -> shared(c, folder, function) == most).toList();
  }

  static boolean isIn(String file, String folder) {
    return folder.isEmpty() || folder.equals(".") || file.startsWith(folder + "/");
  }

  private static int shared(SourceClass type, String folder, Resource function) {
    return Math.max(
        shared(type.file().file(), folder + "/"), shared(type.file().file(), function.template()));
  }

  private static int shared(String a, String b) {
    int shared = 0;
    for (int i = 0; i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i); i++) {
      shared += a.charAt(i) == '/' ? 1 : 0;
    }
    return shared;
  }
}
