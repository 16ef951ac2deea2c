package io.github.waserverless.suppression;

import io.github.waserverless.rule.Suppression;
import io.github.waserverless.rule.Suppression.Means;
import io.github.waserverless.suppression.PeerRules.Peer;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the metadata of templates and resources tells other tools not to report. */
final class PeerMetadata {

  private final PeerRules rules;
  private final List<Suppression> found = new ArrayList<>();

  private PeerMetadata(PeerRules rules) {
    this.rules = rules;
  }

  static List<Suppression> in(List<MetadataBlocks.Block> blocks, PeerRules rules) {
    PeerMetadata reader = new PeerMetadata(rules);
    for (MetadataBlocks.Block block : blocks) {
      reader.items(block, Peer.CHECKOV, "comment", "checkov", "skip");
      reader.items(block, Peer.CFN_NAG, "reason", "cfn_nag", "rules_to_suppress");
      reader.items(block, Peer.CDK_NAG, "reason", "cdk_nag", "rules_to_suppress");
      reader.items(block, Peer.CFN_LINT, "reason", "cfn-lint", "config", "ignore_checks");
      reader.items(block, Peer.CFN_GUARD, "reason", "guard", "SuppressedRules");
    }
    return reader.found;
  }

  private void items(MetadataBlocks.Block block, Peer peer, String reasonKey, String... path) {
    for (Value item : block.items(path)) {
      Optional<Scalar> id =
          item instanceof Scalar only ? Optional.of(only) : OwnMetadata.text(item, "id");
      if (id.isPresent()) {
        for (String ours : rules.sameAs(peer, means(peer, id.get().raw()))) {
          String reason = reason(item, reasonKey);
          found.add(new Suppression(ours, reason, id.get().location(), block.reach(), Means.PEER));
        }
      }
    }
  }

  /** Each tool has its own way to name its rules. */
  static Predicate<String> means(Peer peer, String id) {
    return switch (peer) {
      // A prefix stands for all rules that begin with it.
      case CFN_LINT -> rule -> rule.startsWith(id);
      // The name of a pack goes before: AwsSolutions-SQS3.
      case CDK_NAG -> rule -> id.equals(rule) || id.endsWith("-" + rule);
      case CFN_GUARD -> rule -> rule.equalsIgnoreCase(id);
      case CHECKOV, CFN_NAG, SONAR -> rule -> rule.equals(id);
    };
  }

  private static String reason(Value item, String key) {
    String reason = OwnMetadata.text(item, key).map(Scalar::raw).orElse("");
    boolean encoded =
        OwnMetadata.text(item, "is_reason_encoded").filter(s -> s.raw().equals("true")).isPresent();
    if (!encoded) {
      return reason;
    }
    try {
      return new String(Base64.getDecoder().decode(reason), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return reason;
    }
  }
}
