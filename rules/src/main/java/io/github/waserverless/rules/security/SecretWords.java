package io.github.waserverless.rules.security;

import java.util.List;
import java.util.regex.Pattern;

/** Tells by its name and its look whether a text is a secret. */
final class SecretWords {

  private static final Pattern NAME =
      Pattern.compile(
          "(?i)(.*[_-])?(pass(word|wd|phrase)?|secret|token|api[_-]?key|private[_-]?key"
              + "|access[_-]?key|credential(s)?|auth[_-]?key|client[_-]?secret"
              + "|connection[_-]?string)([_-].*)?");
  private static final Pattern NOT_BY_NAME =
      Pattern.compile(
          "(?i).*(NAME|ARN|ID|URI|URL|PATH|TABLE|TTL|EXPIRY|ENABLED|ALIAS|PORT|HEADER|ISSUER|ROUTE"
              + "|TEMPLATE_ID|VERSION|REGION|LENGTH|POLICY|PARAM|PARAMETER|TYPE|PREFIX"
              + "|(PASSWORD|PASSWD|TOKEN|CREDENTIALS?)_KEY)"
              + "|(?i).*(PUBLIC_KEY|KEY_ID|KEY_ALIAS|SECRET_NAME|TOKEN_URL|TOKEN_ENDPOINT).*");
  private static final List<Pattern> HARMLESS =
      List.of(
          Pattern.compile("\\s*"),
          Pattern.compile("(?i)true|false|yes|no|on|off"),
          Pattern.compile("[-+]?[\\d.,_]+"),
          Pattern.compile("(?i)\\d+\\s*(ms|s|m|h|d|sec\\w*|min\\w*|hours?|days?)|P[\\dYMWDTHS.]+"),
          Pattern.compile("arn:.*"),
          Pattern.compile("\\w[\\w+.-]*://[^@]*"),
          Pattern.compile("/.*"),
          Pattern.compile(".*\\{\\{resolve:.*", Pattern.DOTALL),
          Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
          Pattern.compile("(?i)change-?me|dummy|test|none|null|todo|<.*>"));
  private static final List<Pattern> TOKENS =
      List.of(
          Pattern.compile("(AKIA|ASIA)[A-Z0-9]{16}"),
          Pattern.compile("-----BEGIN (?!PUBLIC|CERTIFICATE)"),
          Pattern.compile("\\bgh[pousr]_[A-Za-z0-9]{30}"),
          Pattern.compile("\\bxox[abeprs]-[A-Za-z0-9-]{10}"),
          Pattern.compile("\\b[rs]k_live_[A-Za-z0-9]{10}"),
          Pattern.compile("\\beyJ[\\w-]{8,}\\.eyJ[\\w-]{8,}\\."),
          Pattern.compile("\\w://[^\\s/:@]+:[^\\s/@<>]+@(?!localhost|127\\.|host\\.docker)"));
  private static final Pattern WORDS = Pattern.compile("[a-z]+(?:[-_./][a-z]+)*+");
  private static final double RANDOM_LOOKING = 3.5;
  private static final int LONG = 20;

  private SecretWords() {}

  static boolean isName(String name) {
    return NAME.matcher(name).matches() && !NOT_BY_NAME.matcher(name).matches();
  }

  static boolean canBeSecret(String value) {
    return HARMLESS.stream().noneMatch(harmless -> harmless.matcher(value).matches())
        && !isPath(value);
  }

  static boolean isToken(String value) {
    return TOKENS.stream().anyMatch(token -> token.matcher(value).find());
  }

  private static boolean isPath(String value) {
    return value.contains("/")
        && value.chars().noneMatch(Character::isWhitespace)
        && (WORDS.matcher(value).matches() || entropy(value) < RANDOM_LOOKING);
  }

  /** Whether nobody has made it up: long, and without the repetitions of words. */
  static boolean looksRandom(String value) {
    return value.length() >= LONG
        && value.chars().noneMatch(Character::isWhitespace)
        && entropy(value) >= RANDOM_LOOKING;
  }

  /** Bits per character: what a text written by people has little of. */
  private static double entropy(String text) {
    return text.chars()
        .distinct()
        .mapToDouble(c -> text.chars().filter(other -> other == c).count())
        .map(count -> count / text.length())
        .map(share -> -share * Math.log(share) / Math.log(2))
        .sum();
  }
}
