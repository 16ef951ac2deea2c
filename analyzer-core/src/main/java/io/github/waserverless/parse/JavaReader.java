package io.github.waserverless.parse;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseProblemException;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Problem;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import io.github.waserverless.code.JavaClass;
import io.github.waserverless.code.JavaFile;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.Notice;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Reads Java source. The library's tree is turned into records at once and then forgotten. */
public final class JavaReader {

  /** Parsing does not write to it, so that all threads may have it; a parser is for one only. */
  private static final ParserConfiguration CONFIGURATION = configuration();

  private static final long STACK = 64L << 20;

  private JavaReader() {}

  /**
   * The grammar always reads the newest language, but for {@code yield}, which needs a level. What
   * else a level does is to look at the whole tree once more for what its version forbids, which
   * takes as long as parsing and is the compiler's business.
   */
  private static ParserConfiguration configuration() {
    ParserConfiguration configuration =
        new ParserConfiguration()
            .setLanguageLevel(LanguageLevel.BLEEDING_EDGE)
            .setAttributeComments(false)
            .setDetectOriginalLineSeparator(false)
            .setTabSize(1);
    configuration.getProcessors().clear();
    return configuration;
  }

  /**
   * What reading a source gave.
   *
   * @param file empty when nothing of it can be used
   */
  public record ParsedJava(Optional<JavaFile> file, List<Notice> notices) {}

  /**
   * The declarations of a source file; one that does not parse gives one notice.
   *
   * @param named whether the user named the file: then it is an error that it cannot be read
   */
  public static ParsedJava read(SourceFile source, boolean named) {
    Notice.Kind kind = named ? Notice.Kind.UNREADABLE : Notice.Kind.NOT_LOOKED_AT;
    try {
      return read(source, kind);
    } catch (StackOverflowError e) {
      return readDeep(source, kind);
    }
  }

  private static ParsedJava read(SourceFile source, Notice.Kind kind) {
    try {
      return read(source, kind, new JavaParser(CONFIGURATION).parse(source.text()));
    } catch (ParseProblemException e) {
      return unreadable(source, kind, "not Java that can be read");
    } catch (JavaNesting.TooDeep e) {
      return unreadable(source, kind, "nested more than " + JavaNesting.MOST + " levels deep");
    }
  }

  /**
   * How deep the parser gets depends on the thread and on what is compiled by then. What overflows
   * is read once more where there is enough for all that people and generators write.
   */
  private static ParsedJava readDeep(SourceFile source, Notice.Kind kind) {
    ParsedJava tooDeep = unreadable(source, kind, "nested too deep for the parser of Java");
    FutureTask<ParsedJava> reading = new FutureTask<>(() -> read(source, kind));
    Thread deep = new Thread(null, reading, "java-reader", STACK);
    deep.setDaemon(true);
    deep.start();
    try {
      return reading.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return tooDeep;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StackOverflowError) {
        return tooDeep;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private static ParsedJava read(
      SourceFile source, Notice.Kind kind, ParseResult<CompilationUnit> result) {
    Optional<Notice> notice =
        result.getProblems().stream().findFirst().map(problem -> notice(source, kind, problem));
    if (result.getResult().isEmpty()) {
      return unreadable(source, kind, "not Java that can be read");
    }
    CompilationUnit unit = result.getResult().get();
    String packageName = unit.getPackageDeclaration().map(p -> p.getNameAsString()).orElse("");
    JavaPlaces places = new JavaPlaces(source.name());
    JavaDeclarations declarations = new JavaDeclarations(places);
    List<JavaClass> classes =
        unit.getTypes().stream().map(type -> declarations.type(type, packageName)).toList();
    List<JavaFile.Import> imports =
        unit.getImports().stream().map(i -> imported(i, places)).toList();
    return new ParsedJava(
        Optional.of(new JavaFile(source.name(), packageName, imports, classes)),
        notice.stream().toList());
  }

  private static JavaFile.Import imported(ImportDeclaration i, JavaPlaces places) {
    return new JavaFile.Import(i.getNameAsString(), i.isStatic(), i.isAsterisk(), places.of(i));
  }

  private static Notice notice(SourceFile source, Notice.Kind kind, Problem problem) {
    Location place =
        problem
            .getLocation()
            .flatMap(tokens -> tokens.getBegin().getRange())
            .map(
                range ->
                    new Location(
                        source.name(),
                        new Span(
                            range.begin.line,
                            range.begin.column,
                            range.begin.line,
                            range.begin.column)))
            .orElse(Location.startOf(source.name()));
    return new Notice(
        kind,
        place,
        "not Java: " + problem.getMessage().lines().findFirst().orElse("cannot be parsed"));
  }

  private static ParsedJava unreadable(SourceFile source, Notice.Kind kind, String why) {
    Location start = Location.startOf(source.name());
    return new ParsedJava(Optional.empty(), List.of(new Notice(kind, start, why)));
  }
}
