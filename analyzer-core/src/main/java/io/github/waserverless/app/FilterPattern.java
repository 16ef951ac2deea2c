package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which of the polled records a mapping or pipe takes.
 *
 * @param declaredBy the mapping or pipe
 * @param kind the service that is polled
 * @param setting the pattern as written
 */
public record FilterPattern(Resource declaredBy, Service kind, Setting setting) {

  /** The patterns of an application, where it is known what they filter. */
  public static List<FilterPattern> in(Application app) {
    List<FilterPattern> patterns = new ArrayList<>();
    for (EventSourceMapping mapping : app.triggers().mappings()) {
      add(
          mapping.resource(),
          mapping.kind(),
          mapping.option("FilterCriteria", "Filters").items(),
          patterns);
    }
    for (Pipe pipe : Pipe.in(app)) {
      add(pipe.resource(), pipe.kind(), pipe.filters(), patterns);
    }
    return patterns;
  }

  private static void add(
      Resource declaredBy,
      Optional<Service> kind,
      List<Setting> filters,
      List<FilterPattern> into) {
    kind.ifPresent(
        service ->
            filters.forEach(
                filter -> into.add(new FilterPattern(declaredBy, service, filter.get("Pattern")))));
  }

  /** Whether the pattern is known to be no JSON object. */
  public Truth unreadable() {
    return setting.present().and(setting.document().isMapping().not());
  }

  /** The pattern as a document, if it is the same whatever is deployed. */
  public Optional<Mapping> document() {
    Setting document = setting.document();
    List<Value> values = document.values();
    return document.cases().size() == 1 && values.size() == 1
        ? values.stream().filter(Mapping.class::isInstance).map(Mapping.class::cast).findFirst()
        : Optional.empty();
  }
}
