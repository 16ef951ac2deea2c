package io.github.waserverless.app;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an Amazon Resource Name tells before it is complete. */
public final class Arn {

  private static final String PART = "(?:\\$\\{[^}]*}|[^:])*";
  private static final Pattern SERVICE =
      Pattern.compile("arn:" + PART + ":([a-z0-9-]+):.*", Pattern.DOTALL);

  private Arn() {}

  /** The service that the resource belongs to: {@code sqs}, {@code execute-api} … */
  public static Optional<String> service(String arn) {
    Matcher parts = SERVICE.matcher(arn);
    return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
  }
}
