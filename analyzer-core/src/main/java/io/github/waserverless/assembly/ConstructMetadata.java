package io.github.waserverless.assembly;

import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a stack's artifact says about the constructs in it, by their paths without a first slash.
 */
public final class ConstructMetadata {

  /** The ids of the resources that constructs are mainly made of. */
  private static final List<String> MAIN = List.of("/Resource", "/Default");

  private final Map<String, List<Value>> entries = new LinkedHashMap<>();
  private final Map<String, Set<String>> paths = new HashMap<>();

  /**
   * A statement that a rule does not apply to a construct and all in it.
   *
   * @param id the rule, as it is written
   * @param reason why
   */
  public record Acknowledgement(String path, Scalar id, String reason) {}

  /** Adds a map from construct paths to entries, as manifests and metadata files have it. */
  void add(Value metadata) {
    if (metadata instanceof Mapping map) {
      for (Mapping.Entry construct : map.entries()) {
        String path = construct.name().replaceFirst("^/", "");
        List<Value> items = Nodes.items(construct.value());
        entries.computeIfAbsent(path, p -> new ArrayList<>()).addAll(items);
        logicalIds(items)
            .forEach(id -> paths.computeIfAbsent(id, i -> new LinkedHashSet<>()).add(path));
      }
    }
  }

  private List<Value> of(String path, String type) {
    return entries.getOrDefault(path, List.of()).stream()
        .filter(e -> Nodes.text(e, "type").filter(type::equals).isPresent())
        .toList();
  }

  /** The paths of the constructs that became a resource of that logical id. */
  public List<String> paths(String logicalId) {
    return List.copyOf(paths.getOrDefault(logicalId, Set.of()));
  }

  private static Stream<String> logicalIds(List<Value> items) {
    return items.stream()
        .filter(e -> Nodes.text(e, "type").filter("aws:cdk:logicalId"::equals).isPresent())
        .flatMap(e -> Nodes.text(e, "data").stream());
  }

  /**
   * Where the user's code created a construct. What the CDK adds to one at the end of a synthesis
   * was created where that one was.
   */
  public Optional<SourceFrame> creation(String path) {
    Optional<SourceFrame> found = recorded(path);
    for (String p = parent(path); found.isEmpty() && !p.isEmpty(); p = parent(p)) {
      String above = p;
      found = MAIN.stream().flatMap(id -> recorded(above + id).stream()).findFirst();
    }
    return found;
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  private Optional<SourceFrame> recorded(String path) {
    return of(path, "aws:cdk:creationStack").stream()
        .flatMap(e -> Nodes.get(e, "data").stream())
        .flatMap(data -> SourceFrame.in(Nodes.texts(data)).stream())
        .findFirst()
        .or(() -> traced(path));
  }

  /** Older libraries put the trace beside the logical id. */
  private Optional<SourceFrame> traced(String path) {
    return of(path, "aws:cdk:logicalId").stream()
        .flatMap(e -> Nodes.get(e, "trace").stream())
        .flatMap(trace -> SourceFrame.in(Nodes.texts(trace)).stream())
        .findFirst();
  }

  /** All that is recorded of where constructs were created. */
  public List<SourceFrame> frames() {
    return entries.keySet().stream().flatMap(path -> recorded(path).stream()).distinct().toList();
  }

  /** Whether the CDK itself marks a construct as the handler of its own custom resource. */
  public boolean isVended(String path) {
    for (String p = path; !p.isEmpty(); p = parent(p)) {
      boolean marked =
          entries.getOrDefault(p, List.of()).stream()
              .flatMap(e -> Nodes.text(e, "type").stream())
              .anyMatch(type -> type.startsWith("aws:cdk:is-custom-resource-handler"));
      if (marked) {
        return true;
      }
    }
    return false;
  }

  /** The rules that constructs acknowledge. */
  public List<Acknowledgement> acknowledgements() {
    List<Acknowledgement> found = new ArrayList<>();
    for (String path : entries.keySet()) {
      for (Value entry : of(path, "aws:cdk:acknowledged-rules")) {
        for (Mapping.Entry rule : Nodes.entries(entry, "data")) {
          found.add(new Acknowledgement(path, rule.key(), Nodes.text(rule.value()).orElse("")));
        }
      }
    }
    return found;
  }
}
