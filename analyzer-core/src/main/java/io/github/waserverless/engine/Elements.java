package io.github.waserverless.engine;

import io.github.waserverless.app.Application;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Step;
import io.github.waserverless.source.Location;
import io.github.waserverless.tree.KeyPath;
import io.github.waserverless.tree.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the places of an application are in, in words that stay the same when lines move. */
final class Elements {

  private final Map<String, Value> roots = new HashMap<>();

  Elements(Application app) {
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
    return root == null ? "" : String.join("/", KeyPath.to(place, root));
  }

  /** The element that a problem is in: of a template, or the method that the code is in. */
  String at(Problem problem) {
    List<Step> path = problem.path();
    return path.size() < 2 ? at(problem.location()) : path.get(path.size() - 2).message();
  }
}
