package io.github.waserverless.code.flow;

import io.github.waserverless.code.flow.Site.CallSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts and paths that are put together. */
final class Texts {

  private static final Pattern HOLE =
      Pattern.compile("%(\\d+\\$)?[-#+ 0,(]*\\d*(\\.\\d+)?[a-zA-Z%]");
  private static final Data TEMPORARY = new Data.Constant("/tmp/");

  /** What a method makes of the text or path that it is called on. */
  Optional<Data> onText(String name, Data text, List<Data> arguments) {
    return switch (name) {
      case "concat" -> Optional.of(Data.joined(prepend(text, arguments)));
      case "formatted" -> Optional.of(formatted(text, arguments));
      case "resolve" -> Optional.of(path(prepend(text, arguments)));
      case "toLowerCase" -> text.constant().map(t -> new Data.Constant(t.toLowerCase(Locale.ROOT)));
      case "toUpperCase" -> text.constant().map(t -> new Data.Constant(t.toUpperCase(Locale.ROOT)));
      default -> Optional.empty();
    };
  }

  /** What a static method makes of texts. */
  Optional<Data> ofType(CallSite site, List<Data> arguments) {
    String call = site.receiver().simpleName() + "." + site.name();
    return switch (call) {
      case "String.format", "MessageFormat.format" ->
          arguments.isEmpty()
              ? Optional.empty()
              : Optional.of(formatted(arguments.get(0), arguments.subList(1, arguments.size())));
      case "String.join" -> Optional.of(joined(arguments));
      case "Path.of", "Paths.get" -> Optional.of(path(arguments));
      case "File.createTempFile" ->
          Optional.of(
              arguments.size() > 2 ? path(List.of(arguments.get(2), Data.unknown())) : temporary());
      case "Files.createTempFile", "Files.createTempDirectory" -> Optional.of(temporary());
      default -> Optional.empty();
    };
  }

  private static Data temporary() {
    return Data.joined(List.of(TEMPORARY, Data.unknown()));
  }

  private static List<Data> prepend(Data first, List<Data> rest) {
    List<Data> all = new ArrayList<>();
    all.add(first);
    all.addAll(rest);
    return all;
  }

  private static Data joined(List<Data> arguments) {
    List<Data> parts = new ArrayList<>();
    for (int i = 1; i < arguments.size(); i++) {
      if (i > 1) {
        parts.add(arguments.get(0));
      }
      parts.add(arguments.get(i));
    }
    return Data.joined(parts);
  }

  /** The parts of a path with slashes between them. */
  static Data path(List<Data> arguments) {
    List<Data> parts = new ArrayList<>();
    for (Data argument : arguments) {
      if (!parts.isEmpty()) {
        parts.add(new Data.Constant("/"));
      }
      parts.add(argument);
    }
    return parts.isEmpty() ? Data.unknown() : Data.joined(parts);
  }

  private static Data formatted(Data format, List<Data> arguments) {
    Optional<String> pattern = format.constant();
    if (pattern.isEmpty()) {
      return new Data.Derived("format", prepend(format, arguments));
    }
    List<Data> parts = new ArrayList<>();
    Matcher hole = HOLE.matcher(pattern.get());
    int end = 0;
    int next = 0;
    while (hole.find()) {
      parts.add(new Data.Constant(pattern.get().substring(end, hole.start())));
      end = hole.end();
      if (hole.group().endsWith("%")) {
        parts.add(new Data.Constant("%"));
      } else if (!hole.group().endsWith("n")) {
        parts.add(next < arguments.size() ? arguments.get(next) : Data.unknown());
        next++;
      }
    }
    parts.add(new Data.Constant(pattern.get().substring(end)));
    parts.removeIf(p -> p instanceof Data.Constant c && c.text().isEmpty());
    return parts.isEmpty() ? new Data.Constant("") : Data.joined(parts);
  }
}
