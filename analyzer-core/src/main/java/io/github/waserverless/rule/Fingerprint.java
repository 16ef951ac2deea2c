package io.github.waserverless.rule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a finding is recognised by in another run, on another machine: neither lines nor words of
 * its message are in it.
 *
 * @param file its file, as it is called on every machine
 * @param occurrence which of the findings it is that have all else in common, from 1
 */
public record Fingerprint(String rule, String file, Anchor anchor, int occurrence) {

  private static final int DIGITS = 32;

  /**
   * The fingerprints of findings, in their order.
   *
   * @param findings in the order of their places
   * @param names what a file that is reported is called on every machine
   */
  public static List<Fingerprint> of(List<Finding> findings, UnaryOperator<String> names) {
    Map<Fingerprint, Integer> seen = new HashMap<>();
    List<Fingerprint> fingerprints = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      String file = names.apply(finding.location().file());
      Fingerprint first = new Fingerprint(finding.rule().id(), file, finding.anchor(), 1);
      int occurrence = seen.merge(first, 1, Integer::sum);
      fingerprints.add(new Fingerprint(first.rule, file, first.anchor, occurrence));
    }
    return List.copyOf(fingerprints);
  }

  /** The fingerprint as one word. */
  public String text() {
    String whole = String.join("\n", rule, file, anchor.element(), anchor.subject());
    return digest(whole) + ":" + occurrence;
  }

  private static String digest(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] bytes = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
