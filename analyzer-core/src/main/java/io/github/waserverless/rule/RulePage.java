package io.github.waserverless.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The pages of rules: each is the Markdown beside the rule's class. */
public final class RulePage {

  private RulePage() {}

  /** The page of a rule, in Markdown; its title alone for a rule that came without. */
  public static String of(Rule rule) {
    Class<?> type = rule.getClass();
    try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".md")) {
      if (in == null) {
        return "# " + rule.info().id() + ": " + rule.info().title() + "\n";
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
