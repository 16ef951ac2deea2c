package io.github.waserverless.engine;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.StateMachine;
import io.github.waserverless.code.JavaFile;
import io.github.waserverless.source.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every file that was read.
 *
 * @param templates those that are templates
 * @param java those that are Java sources
 * @param sources the texts of all by their names, also those that templates name
 */
record FilesRead(
    List<ApplicationBuilder.Member> templates,
    List<JavaFile> java,
    Map<String, SourceFile> sources) {

  static FilesRead of(
      List<ApplicationBuilder.Member> templates,
      JavaCode.Read code,
      ConstructPlaces places,
      List<Application> applications) {
    Map<String, SourceFile> sources = new HashMap<>(code.sources());
    code.constructs().forEach(source -> sources.putIfAbsent(source.name(), source));
    places.traced().forEach(sources::putIfAbsent);
    applications.stream()
        .flatMap(app -> StateMachine.inFiles(app).stream())
        .flatMap(definition -> definition.file().stream())
        .forEach(file -> sources.putIfAbsent(file.name(), file));
    for (ApplicationBuilder.Member member : templates) {
      sources.put(member.source().name(), member.source());
    }
    return new FilesRead(templates, code.code().program().files(), sources);
  }
}
