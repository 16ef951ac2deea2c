package io.github.waserverless.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A call of the command in this process: its exit code and what it printed. */
public record Call(int code, String out, String err) {

  /** 2026-11-01, so that deadlines do not move. */
  private static final Map<String, String> DAY = Map.of("SOURCE_DATE_EPOCH", "1793491200");

  public static Call of(String... arguments) {
    return in(new Environment(DAY, false, false), arguments);
  }

  static Call in(Environment environment, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            arguments,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            environment);
    return new Call(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
