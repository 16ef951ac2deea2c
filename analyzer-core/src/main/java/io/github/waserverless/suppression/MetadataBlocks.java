package io.github.waserverless.suppression;

import io.github.waserverless.rule.Suppression.OfResource;
import io.github.waserverless.rule.Suppression.Reach;
import io.github.waserverless.rule.Suppression.WholeFile;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Template;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code Metadata} of a template and of its resources, as written. */
final class MetadataBlocks {

  /**
   * One of them.
   *
   * @param reach what it speaks for
   */
  record Block(Mapping metadata, Reach reach) {

    /** A value inside of it. */
    Optional<Value> get(String... path) {
      Optional<Value> value = Optional.of(metadata);
      for (String key : path) {
        value = value.flatMap(v -> v instanceof Mapping m ? m.get(key) : Optional.empty());
      }
      return value;
    }

    /** The items of a list inside of it; a value that is no list is a list of one. */
    List<Value> items(String... path) {
      return get(path)
          .map(v -> v instanceof Sequence list ? list.items() : List.of(v))
          .orElse(List.of());
    }
  }

  private MetadataBlocks() {}

  static List<Block> in(Template template) {
    List<Block> blocks = new ArrayList<>();
    if (template.root().get("Metadata").orElse(null) instanceof Mapping metadata) {
      blocks.add(new Block(metadata, new WholeFile(template.file())));
    }
    Map<String, Mapping> bodies = new LinkedHashMap<>();
    if (template.root().get("Resources").orElse(null) instanceof Mapping resources) {
      for (Mapping.Entry entry : resources.entries()) {
        if (entry.value() instanceof Mapping body) {
          bodies.put(entry.name(), body);
        }
      }
    }
    // What loops make stands in the template under no name of its own.
    for (Resource resource : template.resources().values()) {
      bodies.putIfAbsent(resource.logicalId(), resource.body());
    }
    bodies.forEach(
        (id, body) -> {
          if (body.get("Metadata").orElse(null) instanceof Mapping metadata) {
            blocks.add(new Block(metadata, new OfResource(template.file(), id)));
          }
        });
    return blocks;
  }
}
