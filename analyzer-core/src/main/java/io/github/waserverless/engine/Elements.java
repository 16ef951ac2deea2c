package io.github.waserverless.engine;

import io.github.waserverless.app.Application;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Step;
import io.github.waserverless.source.Location;
import io.github.waserverless.template.Template;
import io.github.waserverless.tree.KeyPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the places of an application are in, in words that stay the same when lines move. */
final class Elements {

  private final Map<String, Template> templates = new HashMap<>();

  Elements(Application app) {
    app.templates().forEach(template -> templates.put(template.file(), template));
  }

  /** The element that a place is in; empty where nothing is known of its file. */
  String at(Location place) {
    Template template = templates.get(place.file());
    return template == null ? "" : String.join("/", KeyPath.to(place, template.root()));
  }

  /** The element that a problem is in: of a template, or the method that the code is in. */
  String at(Problem problem) {
    List<Step> path = problem.path();
    return path.size() < 2 ? at(problem.location()) : path.get(path.size() - 2).message();
  }
}
