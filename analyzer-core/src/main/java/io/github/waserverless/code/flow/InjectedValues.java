package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.JavaAnnotation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values that Spring, Micronaut and MicroProfile inject from the environment. */
final class InjectedValues {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9_.-]+)(?::(.*))?}");

  private InjectedValues() {}

  static Optional<Data> of(List<JavaAnnotation> annotations) {
    return annotations.stream().flatMap(a -> value(a).stream()).findFirst();
  }

  private static Optional<Data> value(JavaAnnotation annotation) {
    return switch (annotation.simpleName()) {
      case "Value" -> text(annotation, "value").map(InjectedValues::placeholder);
      case "ConfigProperty" ->
          text(annotation, "name")
              .map(
                  name ->
                      new Data.Environment(
                          variable(name),
                          text(annotation, "defaultValue").map(Data.Constant::new)));
      default -> Optional.empty();
    };
  }

  private static Optional<String> text(JavaAnnotation annotation, String attribute) {
    return annotation.values().get(attribute) instanceof Expression.Literal literal
        ? Optional.of(literal.text())
        : Optional.empty();
  }

  private static Data placeholder(String text) {
    Matcher parts = PLACEHOLDER.matcher(text);
    return parts.matches()
        ? new Data.Environment(
            variable(parts.group(1)), Optional.ofNullable(parts.group(2)).map(Data.Constant::new))
        : new Data.Constant(text);
  }

  /** Properties are set by variables whose names are spelled their way. */
  private static String variable(String property) {
    return property.replaceAll("[.-]", "_").toUpperCase(java.util.Locale.ROOT);
  }
}
