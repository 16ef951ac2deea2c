package io.github.waserverless.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * The kinds of options that the commands have. They are built, not annotated: reading annotations
 * takes a tenth of the time of a small run.
 */
final class Specs {

  private Specs() {}

  /** A command's description of itself; its help lists options in the order in which they come. */
  static CommandSpec command(Object command, String name, String description) {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(name);
    spec.usageMessage()
        .description(description)
        .sortOptions(false)
        .sortSynopsis(false)
        .autoWidth(false)
        .width(100);
    return spec;
  }

  /** An option that is there or not. */
  static OptionSpec flag(String description, String... names) {
    return OptionSpec.builder(names)
        .type(boolean.class)
        .arity("0")
        .description(description)
        .build();
  }

  /** The option that asks for help. */
  static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .type(boolean.class)
        .arity("0")
        .usageHelp(true)
        .description("Show this help.")
        .build();
  }

  /** An option with one value. */
  static OptionSpec one(Class<?> type, String label, String description, String... names) {
    return OptionSpec.builder(names)
        .type(type)
        .arity("1")
        .paramLabel(label)
        .description(description)
        .build();
  }

  /** An option that is given again for each value. */
  static OptionSpec many(Class<?> type, String label, String description, String... names) {
    return OptionSpec.builder(names)
        .type(List.class)
        .auxiliaryTypes(type)
        .arity("1")
        .paramLabel(label)
        .description(description)
        .build();
  }

  /** An option with one of a few words as its value. */
  static <T extends Enum<T>> OptionSpec word(
      List<T> words, String label, String description, String... names) {
    return OptionSpec.builder(names)
        .type(words.get(0).getDeclaringClass())
        .arity("1")
        .paramLabel(label)
        .description(description.replace("%s", listed(words)))
        .completionCandidates(words(words))
        .converters(text -> word(text, words))
        .build();
  }

  /** The word that a text is, in any case. */
  static <T extends Enum<T>> T word(String text, List<T> words) {
    for (T word : words) {
      if (word.toString().equalsIgnoreCase(text)) {
        return word;
      }
    }
    throw new TypeConversionException("expected one of " + listed(words) + ", not '" + text + "'");
  }

  /** Words as users type them. */
  static <T extends Enum<T>> List<String> words(List<T> words) {
    List<String> texts = new ArrayList<>();
    for (T word : words) {
      texts.add(word.toString());
    }
    return texts;
  }

  /** Words in a sentence. */
  static <T extends Enum<T>> String listed(List<T> words) {
    return String.join(", ", words(words));
  }

  /** All words of an enum. */
  static <T extends Enum<T>> List<T> all(Class<T> words) {
    return Arrays.asList(words.getEnumConstants());
  }
}
