package io.github.waserverless.sarif;

import io.github.waserverless.report.JsonWriter;
import java.io.IOException;

/** The tool as it names itself. */
final class Tool {

  /** Where the tool is on the web. */
  static final String HOME = "https://github.com/wa-serverless/wa-serverless";

  private static final String UNRELEASED = "development";

  private Tool() {}

  /** The member {@code tool} of a run. */
  static void write(String version, Rules rules, JsonWriter json) throws IOException {
    json.object("tool", () -> json.object("driver", () -> driver(version, rules, json)));
  }

  private static void driver(String version, Rules rules, JsonWriter json) throws IOException {
    json.member("name", "wa-serverless")
        .member("semanticVersion", version.equals(UNRELEASED) ? "0.0.0-" + version : version)
        .member("informationUri", HOME);
    rules.write(json);
    Notifications.writeDescriptors(json);
    Taxonomy.writeSupported(json);
  }

  /** The tag or branch that a version's source is at. */
  static String tag(String version) {
    return version.equals(UNRELEASED) || version.endsWith("-SNAPSHOT") ? "main" : "v" + version;
  }
}
