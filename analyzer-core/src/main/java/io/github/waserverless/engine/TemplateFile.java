package io.github.waserverless.engine;

import io.github.waserverless.assembly.StackArtifact;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.template.Template;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A file that is a template. What ties it to others is known as long as the run lasts, its tree
 * only until its application is judged: with many files it is not even kept until then, but read
 * again.
 */
final class TemplateFile {

  private final Path path;
  private final String name;
  private final Optional<StackArtifact> stack;
  private final Ties ties;
  private final List<FunctionCode> functions;
  private final Supplier<Optional<ApplicationBuilder.Member>> again;
  private ApplicationBuilder.@Nullable Member kept;

  /**
   * The file of a template that was just read.
   *
   * @param again reads it again; nothing when it is no template any more
   */
  TemplateFile(
      ApplicationBuilder.Member member, Supplier<Optional<ApplicationBuilder.Member>> again) {
    this.path = member.source().path();
    this.name = member.source().name();
    this.stack = member.stack();
    this.ties = Ties.of(member);
    this.functions = CodeLocations.in(member);
    this.again = again;
    this.kept = member;
  }

  /** A template that no file holds: it is never let go. */
  static TemplateFile inMemory(SourceFile source, Template template) {
    ApplicationBuilder.Member member = new ApplicationBuilder.Member(source, template);
    return new TemplateFile(member, () -> Optional.of(member));
  }

  /** Where it lies. */
  Path path() {
    return path;
  }

  /** The path as reported. */
  String name() {
    return name;
  }

  /** The stack of an assembly that it belongs to. */
  Optional<StackArtifact> stack() {
    return stack;
  }

  /** What ties it to other templates. */
  Ties ties() {
    return ties;
  }

  /** The code of its functions. */
  List<FunctionCode> functions() {
    return functions;
  }

  /** The template itself; nothing when the file has changed and is none any more. */
  synchronized Optional<ApplicationBuilder.Member> open() {
    return kept == null ? again.get() : Optional.of(kept);
  }

  /** Lets the template go: who needs it once more has to wait for it. */
  synchronized void release() {
    kept = null;
  }
}
