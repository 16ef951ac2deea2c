package io.github.waserverless.suppression;

import io.github.waserverless.rule.Suppression;
import io.github.waserverless.rule.Suppression.Means;
import io.github.waserverless.source.Location;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Suppressions in metadata: {@code wa-serverless: {ignore: [{id: WAS701, reason: …}]}}. */
final class OwnMetadata {

  private OwnMetadata() {}

  static List<Suppression> in(List<MetadataBlocks.Block> blocks) {
    List<Suppression> found = new ArrayList<>();
    for (MetadataBlocks.Block block : blocks) {
      for (Value item : block.items("wa-serverless", "ignore")) {
        found.add(suppression(item, block));
      }
    }
    return found;
  }

  private static Suppression suppression(Value item, MetadataBlocks.Block block) {
    Optional<Scalar> id = item instanceof Scalar only ? Optional.of(only) : text(item, "id");
    Location place =
        id.map(Scalar::location)
            .orElseGet(
                () ->
                    item instanceof Mapping m && !m.entries().isEmpty()
                        ? m.entries().get(0).key().location()
                        : item.location());
    return new Suppression(
        id.map(Scalar::raw).orElse(""),
        text(item, "reason").map(s -> s.raw().strip()).orElse(""),
        place,
        block.reach(),
        Means.METADATA);
  }

  static Optional<Scalar> text(Value item, String key) {
    return item instanceof Mapping mapping
            && mapping.get(key).orElse(null) instanceof Scalar scalar
            && !scalar.isNull()
        ? Optional.of(scalar)
        : Optional.empty();
  }
}
