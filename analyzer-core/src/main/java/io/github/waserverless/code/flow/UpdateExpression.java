package io.github.waserverless.code.flow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an update expression of DynamoDB does to an item that has been updated before. */
final class UpdateExpression {

  private static final Pattern ADD = Pattern.compile("(?i)\\bADD\\s+[#\\w.]+\\s+(:\\w+)");
  private static final Pattern SUM =
      Pattern.compile("=\\s*(if_not_exists\\s*\\([^)]*\\)|[#\\w.\\[\\]]+)\\s*[+-]\\s*[:#\\w]");
  private static final Pattern APPEND = Pattern.compile("(?i)\\blist_append\\s*\\(");
  private static final Set<String> SETS = Set.of("ss", "ns", "bs", "withSS", "withNS", "SS", "NS");

  private UpdateExpression() {}

  /** In words what a second run would do again; empty when it changes nothing. */
  static Optional<String> repeats(SdkCall update) {
    List<Data> expressions = update.arguments("updateExpression");
    for (Data expression : expressions) {
      for (String text : expression.constants()) {
        Optional<String> found = repeats(text, update);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return legacy(update);
  }

  private static Optional<String> repeats(String text, SdkCall update) {
    if (APPEND.matcher(text).find()) {
      return Optional.of("appends to a list");
    }
    if (SUM.matcher(text).find()) {
      return Optional.of("changes a number by an amount");
    }
    Matcher add = ADD.matcher(text);
    return add.find() && !isSet(add.group(1), update)
        ? Optional.of("adds to a number")
        : Optional.empty();
  }

  /** What is added to a set twice is in it once. */
  private static boolean isSet(String value, SdkCall update) {
    return update.arguments("expressionAttributeValues").stream()
        .flatMap(d -> d.alternatives().stream())
        .filter(Data.Built.class::isInstance)
        .flatMap(d -> ((Data.Built) d).property(value).stream())
        .flatMap(d -> d.alternatives().stream())
        .filter(Data.Built.class::isInstance)
        .flatMap(d -> ((Data.Built) d).properties().stream())
        .anyMatch(p -> SETS.contains(p.name()) || p.name().equals("sS") || p.name().equals("nS"));
  }

  /** The actions of attribute updates, which expressions replaced. */
  private static Optional<String> legacy(SdkCall update) {
    boolean adds =
        update.arguments("action").stream()
            .flatMap(d -> d.alternatives().stream())
            .anyMatch(
                d ->
                    (d instanceof Data.Symbol s && s.name().equals("ADD"))
                        || (d instanceof Data.Constant c && c.text().equals("ADD")));
    return adds ? Optional.of("adds to a number") : Optional.empty();
  }
}
