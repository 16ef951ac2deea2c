package io.github.waserverless.sarif;

import io.github.waserverless.parse.JsonReader;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.nio.file.Path;
import java.util.List;

/** A log that was written, read again. */
record Log(Value value) {

  static Log of(String json) {
    return new Log(
        JsonReader.read(new SourceFile(Path.of("log"), "log", json)).root().orElseThrow());
  }

  /** What the first run has under a path of names and indexes: {@code results/0/ruleId}. */
  Log run(String path) {
    return at("runs/0/" + path);
  }

  /** What is under a path of names and indexes. */
  Log at(String path) {
    Value found = value;
    for (String step : path.split("/", -1)) {
      found =
          found instanceof Sequence sequence
              ? sequence.items().get(Integer.parseInt(step))
              : ((Mapping) found).get(step).orElseThrow(() -> new AssertionError(path));
    }
    return new Log(found);
  }

  /** A member whose name may have slashes in it. */
  Log member(String name) {
    return new Log(((Mapping) value).get(name).orElseThrow(() -> new AssertionError(name)));
  }

  boolean has(String name) {
    return ((Mapping) value).get(name).isPresent();
  }

  String text() {
    return ((Scalar) value).raw();
  }

  String text(String path) {
    return at(path).text();
  }

  List<Log> items() {
    return ((Sequence) value).items().stream().map(Log::new).toList();
  }
}
