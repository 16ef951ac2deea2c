package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a function names as its handler.
 *
 * @param className the class, with dots before nested classes
 * @param method the method when it is named
 * @param setting where it is written
 */
public record HandlerString(String className, Optional<String> method, Setting setting) {

  private static final Pattern JAVA = Pattern.compile("([\\w$]+(?:\\.[\\w$]+)*+)(?:::(\\w+))?");

  private static final List<String> LIBRARIES =
      List.of(
          "org.springframework.cloud.function.adapter.aws.",
          "com.amazonaws.serverless.proxy.",
          "io.quarkus.amazon.lambda.",
          "io.quarkus.funqy.lambda.",
          "io.micronaut.function.aws.",
          "io.micronaut.aws.",
          "io.opentelemetry.instrumentation.awslambda",
          "com.datadoghq.",
          "com.newrelic.",
          "not.used.in.provided.runtime",
          "bootstrap");

  /** The handler of a function; empty when it is not known, or not of Java's form. */
  public static Optional<HandlerString> of(Resource function) {
    Setting handler = function.property("Handler");
    Setting command = function.property("ImageConfig", "Command");
    Setting written =
        command.items().isEmpty() || handler.text().certain().isPresent()
            ? handler
            : command.items().get(0);
    return written.text().certain().flatMap(text -> parse(text.strip(), written));
  }

  private static Optional<HandlerString> parse(String text, Setting written) {
    Matcher parts = JAVA.matcher(text);
    return parts.matches()
        ? Optional.of(
            new HandlerString(
                parts.group(1).replace('$', '.'), Optional.ofNullable(parts.group(2)), written))
        : Optional.empty();
  }

  /** Whether the class comes with a library, which calls the application's own code. */
  public boolean isOfLibrary() {
    return LIBRARIES.stream().anyMatch(className::startsWith);
  }

  /** The class name after the last dot. */
  public String simpleName() {
    return className.substring(className.lastIndexOf('.') + 1);
  }
}
