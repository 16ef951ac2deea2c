package io.github.waserverless.app;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells misspelt identifiers of runtimes from those that the table does not know yet. */
final class RuntimeNames {

  private static final int MOST_EDITS = 2;
  private static final Pattern FAMILY = Pattern.compile("[a-z]+");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** How the versions of each family are written. */
  private static final Map<String, Pattern> FORMS =
      Map.of(
          "java", Pattern.compile("\\d+(\\.al\\d+)?"),
          "nodejs", Pattern.compile("\\d+\\.x"),
          "python", Pattern.compile("\\d\\.\\d+"),
          "ruby", Pattern.compile("\\d\\.\\d+"),
          "dotnet", Pattern.compile("\\d+"),
          "dotnetcore", Pattern.compile("\\d\\.\\d"),
          "go", Pattern.compile("\\d+\\.x"),
          "provided", Pattern.compile("(\\.al\\d+)?"));

  private final Collection<String> known;

  RuntimeNames(Collection<String> known) {
    this.known = known;
  }

  boolean isMisspelt(String id) {
    String family = family(id);
    if (!FORMS.containsKey(family)) {
      return meant(id).isPresent();
    }
    boolean wellFormed = FORMS.get(family).matcher(id.substring(family.length())).matches();
    return isOld(id, family) || (!wellFormed && meant(id).isPresent());
  }

  /** Whether a newer version of the family is known, so that the table would know this one. */
  private boolean isOld(String id, String family) {
    return known.stream()
        .filter(k -> family(k).equals(family))
        .anyMatch(k -> Arrays.compare(version(id), version(k)) < 0);
  }

  Optional<String> meant(String id) {
    String plain = plain(id);
    return known.stream()
        .filter(k -> plain(k).equals(plain) || plain(k).equals(plain + "x"))
        .findFirst()
        .or(() -> near(id.toLowerCase(Locale.ROOT)))
        .or(() -> start(id));
  }

  /** So many further digits cannot be a version. */
  private Optional<String> start(String id) {
    return known.stream()
        .filter(k -> id.startsWith(k) && id.substring(k.length()).matches("\\d{3,}"))
        .max(Comparator.comparing(String::length));
  }

  /** A typing error changes letters; another number is another version. */
  private Optional<String> near(String id) {
    return known.stream()
        .filter(k -> Arrays.equals(version(k), version(id)) && edits(k, id) <= MOST_EDITS)
        .findFirst();
  }

  /** Whether an identifier is this one, or a later one of its family. */
  static boolean isSince(String first, String id) {
    return family(id).equals(family(first)) && Arrays.compare(version(id), version(first)) >= 0;
  }

  private static String plain(String id) {
    return id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private static String family(String id) {
    Matcher letters = FAMILY.matcher(id);
    return letters.lookingAt() ? letters.group() : "";
  }

  private static int[] version(String id) {
    List<Integer> numbers =
        NUMBER
            .matcher(id)
            .results()
            .map(r -> r.group())
            .filter(n -> n.length() < 6)
            .map(Integer::valueOf)
            .toList();
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  /** How many letters must be added, dropped or replaced to get from one text to the other. */
  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
