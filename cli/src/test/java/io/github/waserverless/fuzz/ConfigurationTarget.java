package io.github.waserverless.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Drives the reader of the configuration, and a check that follows it. */
public final class ConfigurationTarget {

  private static final byte[] TEMPLATE =
      """
      Parameters:
        Stage: {Type: String, Default: test}
        Delay: {Type: Number, Default: 5}
      Resources:
        Orders: {Type: AWS::SQS::Queue, Properties: {DelaySeconds: !Ref Delay}}
        Topic: {Type: AWS::SNS::Topic, Properties: {TopicName: !Ref Stage}}
      """
          .getBytes(StandardCharsets.UTF_8);

  private ConfigurationTarget() {}

  /** One input. */
  public static void fuzzerTestOneInput(byte[] input) {
    Map<String, byte[]> files = new HashMap<>();
    files.put("stacks/template.yaml", TEMPLATE);
    files.putAll(Archive.of(input, ".wa-serverless.yaml").files());
    WholeCheck.of(new Archive(files));
  }
}
