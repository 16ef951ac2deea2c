package io.github.waserverless.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Real builds with the goals in them. */
class CheckIT {

  private static final String FINDING = "warning WAS701: Orders has no dead-letter queue";
  private static final String PLUGIN = "io.github.waserverless:wa-serverless-maven-plugin:";

  private static void assertSaid(MavenBuild build, String text) {
    assertTrue(build.log().contains(text), build.log());
  }

  private static void assertSucceeded(MavenBuild build) {
    assertTrue(build.succeeded(), build.log());
  }

  private static void assertFailed(MavenBuild build) {
    assertFalse(build.succeeded(), build.log());
  }

  @Test
  void findings_fail_the_build_with_reasons() throws Exception {
    MavenBuild build = MavenBuild.of("failing", "failing").run("verify");
    assertFailed(build);
    assertSaid(build, "[WARNING] " + FINDING);
    assertSaid(build, "[WARNING]  --> template.yaml:3:3");
    assertSaid(build, "wa-serverless found 1 warning");
    assertSaid(build, "mvn wa-serverless:explain -Dwa-serverless.rule=WAS701");
    assertSaid(build, "Report: target/wa-serverless/wa-serverless.txt");
    assertTrue(build.text("target/wa-serverless/wa-serverless.txt").contains(FINDING));
    String sarif = build.text("target/wa-serverless/wa-serverless.sarif");
    assertTrue(sarif.contains("\"ruleId\":\"WAS701\"") || sarif.contains("\"ruleId\": \"WAS701\""));
    assertTrue(sarif.contains("\"template.yaml\""), sarif);

    assertSucceeded(build.run("verify", "-Dwa-serverless.failOn=error"));
    assertSaid(build, FINDING);

    assertSucceeded(build.run("verify", "-Dwa-serverless.skip"));
    assertSaid(build, "Not checked: wa-serverless.skip is set");

    assertFailed(build.run("verify", "-Dwa-serverless.failOn=eror"));
    assertSaid(build, "failOn takes one of error, warning, note, never, not 'eror'");
  }

  @Test
  void input_that_passed_is_checked_again_only_when_it_changed() throws Exception {
    MavenBuild build = MavenBuild.of("clean", "clean");
    assertSucceeded(build.run("verify"));
    assertSaid(build, "Found no errors or warnings");
    assertSucceeded(build.run("verify"));
    assertSaid(build, "Not checked again: nothing changed since this check passed");
    Files.writeString(
        build.file("template.yaml"),
        build.text("template.yaml") + "\n  Forgotten:\n    Type: AWS::SQS::Queue\n");
    assertSucceeded(build.run("verify"));
    assertSaid(build, "5 resources");
  }

  @Test
  void modules_make_up_one_application() throws Exception {
    MavenBuild build = MavenBuild.of("multi-module", "multi-module");
    for (String threads : new String[] {"-T1", "-T2"}) {
      assertFailed(build.run("verify", threads));
      assertEquals(1, build.times("Read 1 template: 1 application"), build.log());
      assertHandlersAreFound(build);
    }
    assertTrue(Files.exists(build.file("target/wa-serverless/wa-serverless.sarif")));
    assertFalse(Files.exists(build.file("functions/orders/target/wa-serverless")));
  }

  @Test
  void a_part_of_the_modules_is_judged_within_the_whole() throws Exception {
    MavenBuild build = MavenBuild.of("multi-module", "part");
    assertFailed(build.run("wa-serverless:check", "-pl", "functions/orders"));
    assertHandlersAreFound(build);
    assertFailed(build.run("wa-serverless:check", "-rf", ":payments"));
    assertHandlersAreFound(build);
    assertFailed(build.runIn("functions/orders", "wa-serverless:check"));
    assertSaid(build, "GetOrder calls another system");
    assertEquals(0, build.times("GetPayment calls another system"), build.log());
  }

  @Test
  void aggregate_check_runs_once_for_all_modules() throws Exception {
    MavenBuild build = MavenBuild.of("multi-module", "aggregate");
    assertFailed(build.run("wa-serverless:aggregate-check", "-Dwa-serverless.formats=json"));
    assertEquals(1, build.times(":aggregate-check (default-cli) @"), build.log());
    assertHandlersAreFound(build);
    assertTrue(Files.exists(build.file("target/wa-serverless/wa-serverless.json")));
  }

  private static void assertHandlersAreFound(MavenBuild build) {
    assertSaid(build, "GetOrder calls another system");
    assertSaid(build, "functions/orders/src/main/java/shop/Handler.java:16:");
    // Its archive lies in no module, but a module is packaged as a file of that name.
    assertSaid(build, "GetPayment calls another system");
    assertSaid(build, "functions/payments/src/main/java/shop/Handler.java:16:");
  }

  @Test
  void what_the_cdk_wrote_is_judged() throws Exception {
    MavenBuild build = MavenBuild.of("cdk-app", "cdk-app");
    Files.createDirectories(build.file("target"));
    Files.move(build.file("synthesized"), build.file("target/synthesized"));
    assertFailed(build.run("verify"));
    assertSaid(build, "WAS701: Orders/Orders/Resource has no dead-letter queue");
  }

  @Test
  void a_broken_template_fails_the_build_unless_told_otherwise() throws Exception {
    MavenBuild build = MavenBuild.of("broken-template", "broken-template").run("verify");
    assertFailed(build);
    assertSaid(build, "wa-serverless could not read 1 file");
    assertSaid(build, "template.yaml:6:1: not YAML");
    assertEquals(0, build.times("\tat "), build.log());
    assertSucceeded(build.run("verify", "-Dwa-serverless.failOnUnreadable=false"));
    assertSaid(build, "template.yaml:6:1: not YAML");
  }

  @Test
  void known_findings_do_not_fail() throws Exception {
    MavenBuild build = MavenBuild.of("failing", "baseline");
    String file = "-Dwa-serverless.baselineFile=known.json";
    assertSucceeded(build.run("wa-serverless:baseline", file));
    assertTrue(build.text("known.json").contains("WAS701"));
    assertSucceeded(build.run("verify", file));
    assertSaid(build, "Known from the baseline");
  }

  @Test
  void a_folder_without_a_pom_is_checked() throws Exception {
    MavenBuild build = MavenBuild.of("no-pom", "no-pom");
    assertFailed(build.run(PLUGIN + MavenBuild.version() + ":check"));
    assertSaid(build, FINDING);
    assertSaid(build, "mvn " + PLUGIN + MavenBuild.version() + ":explain");
    assertTrue(Files.exists(build.file("target/wa-serverless/wa-serverless.txt")));
  }

  @Test
  void the_prefix_is_enough_once_the_group_is_known() throws Exception {
    MavenBuild build = MavenBuild.of("no-pom", "prefix");
    String settings = MavenBuild.settingsWithGroup(build.file(".mvn/settings.xml")).toString();
    assertFailed(build.run("-s", settings, "wa-serverless:check"));
    assertSaid(build, FINDING);
    String rule = "-Dwa-serverless.rule=queue-without-dlq";
    assertSucceeded(build.run("-s", settings, "wa-serverless:explain", rule));
    assertSaid(build, "# WAS701: ");
  }
}
