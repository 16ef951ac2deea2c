package io.github.waserverless.app;

import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The {@code Condition} of a statement: whether it narrows who is meant.
 *
 * @param setting operators, each with its keys and their values
 */
public record PolicyConditions(Setting setting) {

  /** Everybody can meet those. */
  private static final Set<String> MET_BY_ANYBODY =
      Set.of(
          "aws:securetransport",
          "aws:referer",
          "aws:useragent",
          "s3:tlsversion",
          "s3:x-amz-acl",
          "s3:x-amz-server-side-encryption",
          "sns:protocol",
          "sns:endpoint");

  private static final Set<String> ANY_VALUE = Set.of("*", "0.0.0.0/0", "::/0");

  /** Whether a condition narrows the statement to some accounts, sources, networks or callers. */
  public Truth narrow() {
    List<Setting.Named> operators = setting.entries();
    if (operators.isEmpty()) {
      return setting.present();
    }
    Truth narrow = Truth.NO;
    for (Setting.Named operator : operators) {
      List<Setting.Named> keys = operator.setting().entries();
      Truth any = keys.isEmpty() ? operator.setting().present() : Truth.NO;
      for (Setting.Named key : keys) {
        any = any.or(narrows(key));
      }
      narrow = narrow.or(any);
    }
    return Truth.when(setting.presence()).and(narrow);
  }

  /** Whether one of the conditions is about a key. */
  public boolean name(String key) {
    return setting.entries().stream()
        .flatMap(operator -> operator.setting().entries().stream())
        .anyMatch(named -> named.name().equalsIgnoreCase(key));
  }

  private static Truth narrows(Setting.Named key) {
    if (MET_BY_ANYBODY.contains(key.name().toLowerCase(Locale.ROOT))) {
      return Truth.NO;
    }
    return key.setting().anyItem(value -> value.is(ANY_VALUE::contains)).not();
  }
}
