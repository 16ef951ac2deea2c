package io.github.waserverless.engine;

import io.github.waserverless.app.Application;
import io.github.waserverless.source.Location;
import io.github.waserverless.tree.KeyPath;
import io.github.waserverless.tree.Value;
import java.util.HashMap;
import java.util.Map;

/** What the places of an application are in, in words that stay the same when lines move. */
final class Elements {

  private final Map<String, Value> roots = new HashMap<>();
  private final CodeElements code;

  Elements(Application app) {
    code = new CodeElements(app.code());
    app.templates().forEach(template -> roots.put(template.file(), template.root()));
    app.definitionFiles()
        .forEach(
            definition ->
                definition
                    .document()
                    .values()
                    .forEach(root -> roots.putIfAbsent(root.location().file(), root)));
  }

  /** The element that a place is in; empty where nothing is known of its file. */
  String at(Location place) {
    Value root = roots.get(place.file());
    return root == null ? code.at(place) : String.join("/", KeyPath.to(place, root));
  }
}
