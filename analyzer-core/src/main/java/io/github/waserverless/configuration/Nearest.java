package io.github.waserverless.configuration;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What may have been meant by a word that is not known. */
public final class Nearest {

  private Nearest() {}

  /** The word that is nearest: the one that begins alike, or the first, if several are. */
  public static Optional<String> to(String word, Collection<String> words) {
    String lower = word.toLowerCase(Locale.ROOT);
    return words.stream()
        .min(
            Comparator.comparingInt((String w) -> edits(lower, w))
                .thenComparing(w -> -alike(lower, w.toLowerCase(Locale.ROOT))));
  }

  /** The nearest word if it is so near that it may be meant. */
  public static Optional<String> within(int edits, String word, Collection<String> words) {
    String lower = word.toLowerCase(Locale.ROOT);
    return to(word, words).filter(near -> edits(lower, near) <= edits);
  }

  /** The end of a sentence that says what may be meant; empty when nothing is near. */
  static String hint(String word, Collection<String> words) {
    return within(Math.max(2, word.length() / 3), word, words)
        .map(near -> ": did you mean " + near + "?")
        .orElse("");
  }

  /** How many letters two words begin with alike. */
  private static int alike(String a, String b) {
    int same = 0;
    while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    return same;
  }

  /** How many letters one must change to make one word of another, in whatever case that is. */
  private static int edits(String a, String other) {
    String b = other.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
