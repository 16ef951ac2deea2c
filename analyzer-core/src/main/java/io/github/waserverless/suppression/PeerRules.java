package io.github.waserverless.suppression;

import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Which rules of other tools look for the same as ours. */
final class PeerRules {

  /** The table that says so. */
  static final String TABLE = "peer-rules";

  /** Another tool, as the table names it. */
  enum Peer {
    CHECKOV("checkov"),
    CFN_NAG("cfn_nag"),
    CFN_LINT("cfn-lint"),
    CDK_NAG("cdk-nag"),
    CFN_GUARD("cfn-guard"),
    SONAR("sonar");

    private final String key;

    Peer(String key) {
      this.key = key;
    }
  }

  private final Map<String, Mapping> rules = new LinkedHashMap<>();

  /** The rules of a table. */
  PeerRules(Mapping table) {
    if (table.get("rules").orElse(null) instanceof Mapping entries) {
      for (Mapping.Entry entry : entries.entries()) {
        if (entry.value() instanceof Mapping peers) {
          rules.put(entry.name(), peers);
        }
      }
    }
  }

  /** The ids of our rules that look for what a rule of another tool looks for. */
  List<String> sameAs(Peer peer, Predicate<String> theirs) {
    List<String> ours = new ArrayList<>();
    rules.forEach(
        (id, peers) -> {
          if (texts(peers.get(peer.key).orElse(peers)).stream().anyMatch(theirs)) {
            ours.add(id);
          }
        });
    return ours;
  }

  private static List<String> texts(Value value) {
    return value instanceof Sequence list
        ? list.items().stream()
            .filter(Scalar.class::isInstance)
            .map(item -> ((Scalar) item).raw())
            .toList()
        : List.of();
  }
}
