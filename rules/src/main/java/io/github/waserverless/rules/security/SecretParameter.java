package io.github.waserverless.rules.security;

import io.github.waserverless.template.Parameter;
import io.github.waserverless.tree.Scalar;
import java.util.regex.Pattern;

/**
 * A parameter whose name says that it takes a secret.
 *
 * @param parameter the parameter
 */
record SecretParameter(Parameter parameter) {

  private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
  private static final Pattern NUMBER_OR_SWITCH =
      Pattern.compile("(?i)[-+]?[\\d.]+|true|false|yes|no|on|off|enabled|disabled");
  private static final Pattern POINTER =
      Pattern.compile("arn:.*|/.*|\\w[\\w+.-]*://.*|\\{\\{resolve:.*");
  private static final Pattern ABOUT_A_POINTER =
      Pattern.compile(
          "(?is).*\\b(arn|name|path|id|identifier|url|uri)s?\\b.{0,20}\\b(of|for)\\b.*");

  /** Whether its value is a secret itself, rather than where one is or how it is made. */
  boolean isOne() {
    String written = parameter.defaultValue().map(Scalar::raw).orElse("");
    return SecretWords.isName(WORD_START.matcher(parameter.name()).replaceAll("_"))
        && parameter.type().equals("String")
        && parameter.allowedValues().isEmpty()
        && !NUMBER_OR_SWITCH.matcher(written).matches()
        && !POINTER.matcher(written).matches()
        && parameter.description().filter(d -> ABOUT_A_POINTER.matcher(d).matches()).isEmpty();
  }

  /** Whether the template says what it is unless somebody says otherwise. */
  boolean hasDefault() {
    return parameter.defaultValue().filter(d -> SecretProperty.isSecret(d.raw())).isPresent();
  }

  boolean isHidden() {
    return parameter.hidden();
  }
}
