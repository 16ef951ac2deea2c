package io.github.waserverless.suppression;

import io.github.waserverless.rule.Suppression;
import io.github.waserverless.rule.Suppression.Lines;
import io.github.waserverless.rule.Suppression.Means;
import io.github.waserverless.rule.Suppression.Reach;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.source.Span;
import io.github.waserverless.suppression.PeerRules.Peer;
import io.github.waserverless.template.Template;
import io.github.waserverless.tree.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The comments that tell other tools what not to report. */
final class PeerComments {

  private static final Pattern CHECKOV =
      Pattern.compile("#\\s*(?:checkov|bridgecrew):skip=\\s*(\\w+)\\s*(?::\\s*(.*))?$");
  private static final Pattern NOSONAR =
      Pattern.compile("(?:#|//|/\\*)\\s*NOSONAR\\b[\\s:–—-]*(.*)$");

  private final SourceFile source;
  private final List<Suppression> found = new ArrayList<>();

  private PeerComments(SourceFile source) {
    this.source = source;
  }

  /** Comments in Java and elsewhere: an issue of Sonar is accepted on its own line. */
  static List<Suppression> nosonar(SourceFile source, PeerRules rules) {
    PeerComments reader = new PeerComments(source);
    if (source.text().contains("NOSONAR")) {
      List<String> all = rules.sameAs(Peer.SONAR, rule -> true);
      reader.each(
          NOSONAR,
          (comment, place) -> {
            int line = place.span().startLine();
            Reach reach = new Lines(source.name(), line, line);
            all.forEach(ours -> reader.add(ours, comment.group(1), place, reach));
          });
    }
    return reader.found;
  }

  /** Comments inside of resources, which speak for their resource. */
  static List<Suppression> checkov(SourceFile source, Template template, PeerRules rules) {
    PeerComments reader = new PeerComments(source);
    if (source.text().contains(":skip=")) {
      reader.each(
          CHECKOV,
          (comment, place) -> {
            Optional<Reach> reach = resource(template, place).map(r -> r);
            String id = comment.group(1);
            for (String ours : rules.sameAs(Peer.CHECKOV, PeerMetadata.means(Peer.CHECKOV, id))) {
              reach.ifPresent(r -> reader.add(ours, text(comment.group(2)), place, r));
            }
          });
    }
    return reader.found;
  }

  @FunctionalInterface
  private interface Found {

    void at(Matcher comment, Location place);
  }

  private void each(Pattern pattern, Found found) {
    List<String> lines = source.text().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher comment = pattern.matcher(lines.get(i));
      if (comment.find()) {
        Span span = new Span(i + 1, comment.start() + 1, i + 1, comment.end() + 1);
        found.at(comment, new Location(source.name(), span));
      }
    }
  }

  private void add(String rule, String reason, Location place, Reach reach) {
    found.add(new Suppression(rule, text(reason), place, reach, Means.PEER));
  }

  private static String text(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text.replaceFirst("\\s*\\*/\\s*$", "").strip();
  }

  /** The resource that a comment stands in: deeper than its name, and after it. */
  private static Optional<Suppression.OfResource> resource(Template template, Location comment) {
    if (!(template.root().get("Resources").orElse(null) instanceof Mapping resources)) {
      return Optional.empty();
    }
    Optional<Suppression.OfResource> last = Optional.empty();
    for (Mapping.Entry entry : resources.entries()) {
      Span key = entry.key().location().span();
      if (key.startLine() <= comment.span().startLine()) {
        boolean inside =
            key.startLine() == comment.span().startLine()
                || key.startColumn() < comment.span().startColumn();
        last =
            inside
                ? Optional.of(new Suppression.OfResource(template.file(), entry.name()))
                : Optional.empty();
      }
    }
    return last;
  }
}
