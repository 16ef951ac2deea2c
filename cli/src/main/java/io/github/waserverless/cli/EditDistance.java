package io.github.waserverless.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How many letters one must change to make one word of another. */
final class EditDistance {

  private EditDistance() {}

  /** The word that is nearest: the first one if several are. */
  static Optional<String> nearest(String word, List<String> words) {
    String lower = word.toLowerCase(Locale.ROOT);
    return words.stream()
        .min(Comparator.comparingInt(w -> between(lower, w.toLowerCase(Locale.ROOT))));
  }

  static int between(String a, String b) {
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
