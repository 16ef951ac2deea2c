package io.github.waserverless.engine;

import io.github.waserverless.code.JavaFile;
import io.github.waserverless.source.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of a run that are code.
 *
 * @param java those that are Java sources
 * @param sources the texts of all by their names, also those that traces of assemblies lead to
 */
record CodeRead(List<JavaFile> java, Map<String, SourceFile> sources) {

  static CodeRead of(JavaCode.Read code, ConstructPlaces places) {
    Map<String, SourceFile> sources = new HashMap<>(code.sources());
    code.constructs().forEach(source -> sources.putIfAbsent(source.name(), source));
    places.traced().forEach(sources::putIfAbsent);
    return new CodeRead(code.code().program().files(), sources);
  }
}
