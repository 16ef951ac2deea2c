package io.github.waserverless.engine;

import io.github.waserverless.assembly.StackArtifact;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.Notice;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.template.Template;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads files that may be templates; one that the analyzer fails on does not keep it from others.
 */
final class TemplateReader {

  private final TemplateLoader loader;
  private final KeptTrees kept;

  TemplateReader(TemplateLoader loader, KeptTrees kept) {
    this.loader = loader;
    this.kept = kept;
  }

  /** What reading a file gave. */
  record Read(List<TemplateFile> templates, List<Notice> notices, List<Analysis.Fault> faults) {

    static Read nothing(List<Notice> notices) {
      return new Read(List.of(), notices, List.of());
    }
  }

  Read read(Candidate candidate) {
    Candidate.Content content = candidate.read();
    return content
        .source()
        .map(source -> released(guarded(source, candidate.named(), Optional.empty()), source))
        .orElseGet(() -> Read.nothing(content.problem().stream().toList()));
  }

  /** Reads a template of an assembly, which has no resources where a stack is empty. */
  Read read(SourceFile source, StackArtifact stack) {
    return guarded(source, false, Optional.of(stack));
  }

  private Read released(Read read, SourceFile source) {
    if (!read.templates().isEmpty() && !kept.take(source)) {
      read.templates().forEach(TemplateFile::release);
    }
    return read;
  }

  private Read guarded(SourceFile source, boolean named, Optional<StackArtifact> stack) {
    try {
      return load(source, named, stack);
    } catch (StackOverflowError e) {
      Location place = Location.startOf(source.name());
      return Read.nothing(List.of(Notice.unreadable(place, "nested too deeply to be judged")));
    } catch (RuntimeException e) {
      return new Read(
          List.of(), List.of(), List.of(new Analysis.Fault("reading " + source.name(), e)));
    }
  }

  private Read load(SourceFile source, boolean named, Optional<StackArtifact> stack) {
    TemplateLoader.Loaded loaded = loader.load(source, named, stack);
    List<Notice> notices = new ArrayList<>(loaded.notices());
    List<TemplateFile> templates = new ArrayList<>();
    for (Template template : loaded.template().stream().toList()) {
      notices.addAll(template.notices());
      templates.add(
          new TemplateFile(
              new ApplicationBuilder.Member(source, template, stack),
              () -> again(source.path(), stack)));
    }
    return new Read(templates, notices, List.of());
  }

  /** What was found in a file the first time is told already. */
  private Optional<ApplicationBuilder.Member> again(Path file, Optional<StackArtifact> stack) {
    return new Candidate(file, true)
        .read()
        .source()
        .flatMap(
            source ->
                loader
                    .load(source, true, stack)
                    .template()
                    .map(template -> new ApplicationBuilder.Member(source, template, stack)));
  }
}
