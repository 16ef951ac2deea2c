package io.github.waserverless.engine;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.app.SourceCode;
import io.github.waserverless.app.StateMachine;
import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.Notice;
import io.github.waserverless.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An application that was joined from files, as long as someone has to do with it.
 *
 * @param members the files, open
 * @param application nothing when joining failed, or none of the files is a template any more
 * @param deployed the classes that its functions run
 * @param notices what was not looked at
 */
record Joined(
    List<ApplicationBuilder.Member> members,
    Optional<Application> application,
    Set<SourceClass> deployed,
    List<Notice> notices,
    List<Analysis.Fault> faults) {

  /** Opens the files of a group and joins them. */
  static Joined of(Group group, SourceCode code) {
    List<ApplicationBuilder.Member> members = new ArrayList<>();
    List<Notice> notices = new ArrayList<>();
    try {
      for (TemplateFile file : group.files()) {
        Optional<ApplicationBuilder.Member> member = file.open();
        member.ifPresent(members::add);
        if (member.isEmpty()) {
          notices.add(
              Notice.unreadable(Location.startOf(file.name()), "has changed while it was read"));
        }
      }
      return members.isEmpty()
          ? nothing(notices, List.of())
          : of(group.application(members, code), members, notices);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return nothing(notices, List.of(new Analysis.Fault("joining " + group.file(), e)));
    }
  }

  private static Joined of(
      Application application, List<ApplicationBuilder.Member> members, List<Notice> notices) {
    notices.addAll(application.notices());
    Set<SourceClass> deployed = new LinkedHashSet<>();
    for (FunctionHandler handler : application.handlers()) {
      handler.type().ifPresent(deployed::add);
      handler.entry().ifPresent(entry -> deployed.add(entry.type()));
    }
    return new Joined(members, Optional.of(application), deployed, notices, List.of());
  }

  private static Joined nothing(List<Notice> notices, List<Analysis.Fault> faults) {
    return new Joined(List.of(), Optional.empty(), Set.of(), notices, faults);
  }

  /** Handlers that no template deploys. */
  static Joined alone(Application handlers) {
    return of(handlers, List.of(), new ArrayList<>());
  }

  /** Fails where joining failed. */
  void rethrow() {
    for (Analysis.Fault fault : faults) {
      throw new IllegalStateException(fault.during(), fault.cause());
    }
  }

  /** The files that its templates name, by their names, beside the templates themselves. */
  Map<String, SourceFile> documents() {
    Map<String, SourceFile> documents = new LinkedHashMap<>();
    application.stream()
        .flatMap(app -> StateMachine.inFiles(app).stream())
        .flatMap(definition -> definition.file().stream())
        .forEach(file -> documents.putIfAbsent(file.name(), file));
    members.forEach(member -> documents.remove(member.source().name()));
    return documents;
  }
}
