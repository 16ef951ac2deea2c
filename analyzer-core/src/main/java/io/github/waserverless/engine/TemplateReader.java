package io.github.waserverless.engine;

import io.github.waserverless.assembly.StackArtifact;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.Notice;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads files that may be templates; one that the analyzer fails on does not keep it from others.
 */
final class TemplateReader {

  private final TemplateLoader loader;

  TemplateReader(TemplateLoader loader) {
    this.loader = loader;
  }

  /** What reading a file gave. */
  record Read(
      List<ApplicationBuilder.Member> templates,
      List<Notice> notices,
      List<Analysis.Fault> faults) {

    static Read nothing(List<Notice> notices) {
      return new Read(List.of(), notices, List.of());
    }
  }

  Read read(Candidate candidate) {
    Candidate.Content content = candidate.read();
    return content
        .source()
        .map(source -> guarded(source, candidate.named(), Optional.empty()))
        .orElseGet(() -> Read.nothing(content.problem().stream().toList()));
  }

  /** Reads a template of an assembly, which has no resources where a stack is empty. */
  Read read(SourceFile source, StackArtifact stack) {
    return guarded(source, false, Optional.of(stack));
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
    List<ApplicationBuilder.Member> members = new ArrayList<>();
    for (Template template : loaded.template().stream().toList()) {
      notices.addAll(template.notices());
      members.add(new ApplicationBuilder.Member(source, template, stack));
    }
    return new Read(members, notices, List.of());
  }
}
