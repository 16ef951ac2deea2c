package io.github.waserverless.engine;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.StateMachine;
import io.github.waserverless.source.Location;
import io.github.waserverless.tree.KeyPath;
import java.util.HashMap;
import java.util.Map;

/** What the places of an application are in, in words that stay the same when lines move. */
final class Elements {

  private final Map<String, KeyPath> keys = new HashMap<>();
  private final CodeElements code;

  Elements(Application app) {
    code = new CodeElements(app.code());
    app.templates().forEach(t -> keys.put(t.file(), new KeyPath(t.root())));
    StateMachine.inFiles(app)
        .forEach(
            definition ->
                definition
                    .document()
                    .values()
                    .forEach(root -> keys.putIfAbsent(root.location().file(), new KeyPath(root))));
  }

  /** The element that a place is in; empty where nothing is known of its file. */
  String at(Location place) {
    KeyPath file = keys.get(place.file());
    return file == null ? code.at(place) : String.join("/", file.to(place));
  }
}
