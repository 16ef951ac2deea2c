package io.github.waserverless.app;

import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.Locale;
import java.util.Optional;

/**
 * The range that AWS accepts for a property.
 *
 * @param path the property's path in CloudFormation
 * @param least the least that is accepted
 * @param most the most that is accepted
 * @param unlimited a value beside the range that means no limit
 * @param countsItems whether the number of a list's items is limited, not a number that is written
 * @param unit what is counted, in words
 */
public record Quota(
    String path,
    double least,
    double most,
    Optional<Double> unlimited,
    boolean countsItems,
    String unit) {

  /** The keys of the property's path. */
  public String[] keys() {
    return path.split("\\.", -1);
  }

  /** The property's own name. */
  public String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** Whether a setting of the property lies outside of the range. */
  public Truth exceededBy(Setting setting) {
    return countsItems
        ? setting.size().is(items -> items > most)
        : setting.number(least).is(this::isOutside);
  }

  private boolean isOutside(double number) {
    return (number < least || number > most) && unlimited.filter(u -> u == number).isEmpty();
  }

  /** A setting's value that lies outside of the range, in words. */
  public Optional<String> excess(Setting setting) {
    return countsItems
        ? setting.size().values().stream().filter(i -> i > most).map(String::valueOf).findFirst()
        : setting.number(least).values().stream()
            .filter(this::isOutside)
            .map(Quota::inWords)
            .findFirst();
  }

  /** The range in words: {@code 128 to 10240 MB}. */
  public String range() {
    String range =
        most == Double.MAX_VALUE
            ? "at least " + inWords(least)
            : least == most ? inWords(most) : inWords(least) + " to " + inWords(most);
    return range + " " + unit + unlimited.map(u -> " or " + inWords(u)).orElse("");
  }

  private static String inWords(double number) {
    return number == Math.rint(number)
        ? String.format(Locale.ROOT, "%.0f", number)
        : String.valueOf(number);
  }
}
