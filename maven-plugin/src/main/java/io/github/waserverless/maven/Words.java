package io.github.waserverless.maven;

import io.github.waserverless.configuration.Nearest;
import io.github.waserverless.engine.InvalidInput;
import java.util.Arrays;
import java.util.List;

/** Reads parameters that take one of a few words. */
final class Words {

  private Words() {}

  static <T extends Enum<T>> T of(String parameter, String text, Class<T> type)
      throws InvalidInput {
    List<T> all = Arrays.asList(type.getEnumConstants());
    for (T word : all) {
      if (word.toString().equalsIgnoreCase(text.trim())) {
        return word;
      }
    }
    List<String> words = all.stream().map(T::toString).toList();
    String near = Nearest.within(2, text, words).map(w -> "; did you mean " + w + "?").orElse("");
    throw new InvalidInput(
        "%s takes one of %s, not '%s'%s"
            .formatted(parameter, String.join(", ", words), text, near));
  }
}
