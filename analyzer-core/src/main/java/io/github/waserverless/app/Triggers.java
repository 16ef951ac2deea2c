package io.github.waserverless.app;

import io.github.waserverless.source.Location;
import io.github.waserverless.template.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that invokes the functions of an application. */
public final class Triggers {

  private final Application app;
  private final Map<Resource, List<Trigger>> byFunction = new HashMap<>();
  private final Map<Resource, Resource> functionOf = new HashMap<>();
  private final List<EventSourceMapping> mappings = new ArrayList<>();

  Triggers(Application app) {
    this.app = app;
    app.resources("AWS::Lambda::Function").forEach(f -> functionOf.put(f, f));
    link("AWS::Lambda::Version");
    link("AWS::Lambda::Alias");
    for (Resource mapping : app.resources("AWS::Lambda::EventSourceMapping")) {
      addMapping(mapping);
    }
    for (Resource resource : app.resources()) {
      TriggerSources.of(resource).forEach(source -> add(resource, source));
    }
    // A permission tells of a trigger only where nothing more precise does.
    for (Resource permission : app.resources("AWS::Lambda::Permission")) {
      addPermission(permission);
    }
  }

  private void link(String type) {
    for (Resource qualified : app.resources(type)) {
      for (Resource target : app.targets(qualified.property("FunctionName"))) {
        Resource function = functionOf.get(target);
        if (function != null) {
          functionOf.put(qualified, function);
        }
      }
    }
  }

  private void addMapping(Resource resource) {
    EventSourceMapping mapping = EventSourceMapping.of(resource, app);
    mappings.add(mapping);
    add(
        resource,
        new TriggerSources.Source(
            resource.property("FunctionName"),
            mapping.kind().orElse(Service.OTHER),
            InvocationMode.POLL,
            resource.location()));
  }

  private void add(Resource declaredBy, TriggerSources.Source source) {
    for (Resource target : app.targets(source.target())) {
      Resource function = functionOf.get(target);
      if (function != null) {
        list(function)
            .add(
                new Trigger(
                    source.service(),
                    source.mode(),
                    function,
                    declaredBy,
                    target,
                    source.place(),
                    true));
      }
    }
  }

  private void addPermission(Resource permission) {
    Optional<Service> service =
        permission.property("Principal").text().certain().flatMap(Principals::service);
    Location place = permission.location();
    if (service.isEmpty()) {
      return;
    }
    for (Resource target : app.targets(permission.property("FunctionName"))) {
      Resource function = functionOf.get(target);
      if (function != null
          && list(function).stream()
              .noneMatch(t -> Principals.explains(t.service(), service.get()))) {
        Service by = service.get();
        list(function).add(new Trigger(by, by.mode(), function, permission, target, place, false));
      }
    }
  }

  private List<Trigger> list(Resource function) {
    return byFunction.computeIfAbsent(function, f -> new ArrayList<>());
  }

  List<Trigger> of(Resource function) {
    return List.copyOf(byFunction.getOrDefault(function, List.of()));
  }

  /** The function that a resource is, or that an alias or version belongs to. */
  Optional<Resource> functionOf(Resource resource) {
    return Optional.ofNullable(functionOf.get(resource));
  }

  /** The mappings that feed a function, by whichever of its aliases and versions. */
  List<EventSourceMapping> mappings(Resource function) {
    return mappings.stream()
        .filter(
            m -> m.functions().stream().anyMatch(f -> function.equals(functionOf.get(f))))
        .toList();
  }

  /** All event source mappings. */
  public List<EventSourceMapping> mappings() {
    return List.copyOf(mappings);
  }

  /** The mappings whose source is known to be of a kind. */
  public List<EventSourceMapping> mappings(Service kind) {
    return mappings.stream().filter(m -> m.kind().filter(kind::equals).isPresent()).toList();
  }
}
