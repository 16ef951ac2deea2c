package io.github.waserverless.suppression;

import io.github.waserverless.code.JavaFile;
import io.github.waserverless.rule.Suppression;
import io.github.waserverless.rule.Suppression.Lines;
import io.github.waserverless.rule.Suppression.Means;
import io.github.waserverless.rule.Suppression.Reach;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.suppression.PeerRules.Peer;
import io.github.waserverless.template.Template;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Collects the suppressions of a run from the files that it read. */
public final class SuppressionReader {

  /** What the CDK puts before the ids of a plugin's rules. */
  private static final String ACKNOWLEDGED = "wa-serverless::";

  private final List<Suppression> found = new ArrayList<>();
  private final Predicate<String> isRule;
  private final Optional<PeerRules> peers;

  /**
   * A reader.
   *
   * @param isRule whether a word is the id or name of a rule
   * @param peers the table of other tools' rules, if what is written for them counts
   */
  public SuppressionReader(Predicate<String> isRule, Optional<Supplier<Mapping>> peers) {
    this.isRule = isRule;
    this.peers = peers.map(table -> new PeerRules(table.get()));
  }

  /** The name of the table that the reader needs. */
  public static String table() {
    return PeerRules.TABLE;
  }

  /** Adds those of the project's configuration, or any others. */
  public void add(List<Suppression> suppressions) {
    found.addAll(suppressions);
  }

  /** Adds those in a template. */
  public void template(SourceFile source, Template template) {
    List<MetadataBlocks.Block> blocks = MetadataBlocks.in(template);
    found.addAll(OwnMetadata.in(blocks));
    text(source);
    if (peers.isPresent()) {
      found.addAll(PeerMetadata.in(blocks, peers.get()));
      found.addAll(PeerComments.checkov(source, template, peers.get()));
    }
  }

  /** Adds those in the comments of a file. */
  public void text(SourceFile source) {
    if (source.text().contains(Comments.MARK)) {
      found.addAll(Comments.in(source));
    }
    peers.ifPresent(rules -> found.addAll(PeerComments.nosonar(source, rules)));
  }

  /** Adds those in the annotations of a source. */
  public void java(SourceFile source, JavaFile file) {
    for (Annotations.Word word : Annotations.in(source, file)) {
      Lines reach = new Lines(source.name(), word.place().span().startLine(), word.last());
      if (isRule.test(word.text()) || word.text().matches("WAS\\d{3}")) {
        found.add(
            new Suppression(word.text(), word.reason(), word.place(), reach, Means.ANNOTATION));
      } else if (peers.isPresent()) {
        sonar(word, reach, peers.get());
      }
    }
  }

  /** The analyzer's key goes before: java:S6243. */
  private void sonar(Annotations.Word word, Lines reach, PeerRules rules) {
    String text = word.text().toLowerCase(Locale.ROOT);
    for (String ours :
        rules.sameAs(Peer.SONAR, rule -> text.endsWith(":" + rule.toLowerCase(Locale.ROOT)))) {
      found.add(new Suppression(ours, word.reason(), word.place(), reach, Means.PEER));
    }
  }

  /** Adds what the code of a CDK application acknowledges: a rule of ours or of another tool. */
  public void acknowledged(Scalar rule, String reason, Reach reach) {
    String id = rule.raw();
    if (id.startsWith(ACKNOWLEDGED) || isRule.test(id)) {
      String ours = id.substring(id.startsWith(ACKNOWLEDGED) ? ACKNOWLEDGED.length() : 0);
      found.add(new Suppression(ours, reason, rule.location(), reach, Means.METADATA));
    } else if (peers.isPresent()) {
      String theirs = id.substring(id.lastIndexOf(':') + 1);
      for (String ours :
          peers.get().sameAs(Peer.CDK_NAG, PeerMetadata.means(Peer.CDK_NAG, theirs))) {
        found.add(new Suppression(ours, reason, rule.location(), reach, Means.PEER));
      }
    }
  }

  /** All that were added. */
  public Suppressions suppressions() {
    return found.isEmpty() ? Suppressions.NONE : new Suppressions(found);
  }
}
