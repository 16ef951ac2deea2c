package io.github.waserverless.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Drives the reader of baselines, and the comparison with one. */
public final class BaselineTarget {

  private static final byte[] TEMPLATE =
      "Resources: {Orders: {Type: AWS::SQS::Queue}, Topic: {Type: AWS::SNS::Topic}}"
          .getBytes(StandardCharsets.UTF_8);

  private BaselineTarget() {}

  /** One input. */
  public static void fuzzerTestOneInput(byte[] input) {
    WholeCheck.of(
        new Archive(Map.of("template.yaml", TEMPLATE, "baseline.json", input)),
        "--no-config",
        "--baseline",
        "APP/baseline.json");
  }
}
