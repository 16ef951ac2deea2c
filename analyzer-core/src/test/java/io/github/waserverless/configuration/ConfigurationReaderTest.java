package io.github.waserverless.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.waserverless.app.Application;
import io.github.waserverless.engine.InvalidInput;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Pillar;
import io.github.waserverless.rule.Principle;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.RuleOption;
import io.github.waserverless.rule.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationReaderTest {

  @RuleInfo(
      id = "TST001",
      name = "first",
      title = "First",
      principles = Principle.SHARE_NOTHING,
      pillar = Pillar.SECURITY,
      severity = Severity.WARNING,
      options = @RuleOption(name = "least-days", value = 7, least = 1, description = "days"))
  private static final class First implements Rule {

    @Override
    public void check(Application app, Findings findings) {}
  }

  @RuleInfo(
      id = "TST002",
      name = "second",
      title = "Second",
      principles = Principle.SHARE_NOTHING,
      pillar = Pillar.SECURITY,
      severity = Severity.WARNING)
  private static final class Second implements Rule {

    @Override
    public void check(Application app, Findings findings) {}
  }

  private static final RuleCatalog CATALOG = new RuleCatalog(List.of(new First(), new Second()));

  @TempDir private Path folder;

  private Configuration read(String text) throws IOException, InvalidInput {
    Path file = Files.writeString(folder.resolve(ConfigurationFile.NAME), text);
    return ConfigurationReader.read(file, CATALOG);
  }

  /** What is wrong, without the folder's name. */
  private List<String> problems(String text) {
    InvalidInput wrong = assertThrows(InvalidInput.class, () -> read(text));
    String name = folder.toString().replace('\\', '/') + "/";
    return wrong.messages().stream().map(m -> m.replace(name, "")).toList();
  }

  @Test
  void everythingIsRead() throws IOException, InvalidInput {
    Configuration read =
        read(
            """
            profile: strict
            rules:
              tst001: {severity: error, least-days: 30}
              second: off
            parameters: {Stage: test, Zones: [a, b]}
            parameter-files: common.json
            environments:
              dev:
              prod:
                parameters: {Stage: prod}
                parameter-files: [prod.json]
            include: [infra, "services/*/template.yaml"]
            exclude: legacy/
            ignore:
              - paths: "*.json"
                rules: [first, TST002]
                reason: generated
            baseline: known.json
            fail-on: never
            honour-peer-suppressions: yes
            runtime-data: runtimes.json
            """);
    assertEquals(Optional.of(RunProfile.STRICT), read.profile());
    assertEquals(
        Map.of(
            "TST001",
            new RuleSetting(
                Optional.of(true), Optional.of(Severity.ERROR), Map.of("least-days", 30)),
            "TST002",
            new RuleSetting(Optional.of(false), Optional.empty(), Map.of())),
        read.rules());
    assertEquals(
        new Configuration.Inputs(
            Map.of("Stage", "test", "Zones", "a,b"),
            List.of(folder.resolve("common.json")),
            Optional.of(folder.resolve("runtimes.json"))),
        read.inputs());
    assertEquals(
        List.of(
            new Configuration.Deployment("dev", Map.of(), List.of()),
            new Configuration.Deployment(
                "prod", Map.of("Stage", "prod"), List.of(folder.resolve("prod.json")))),
        read.deployments());
    assertEquals(
        new Configuration.Scope(List.of("infra", "services/*/template.yaml"), List.of("legacy/")),
        read.scope());
    Ignored ignored = read.ignored().get(0);
    assertEquals(List.of("*.json"), ignored.paths());
    assertEquals(List.of("TST001", "TST002"), ignored.rules());
    assertEquals("generated", ignored.reason());
    assertEquals(15, ignored.place().span().startLine());
    assertEquals(
        new Configuration.Reporting(
            Optional.of(FailOn.NEVER), Optional.of(folder.resolve("known.json")), true),
        read.reporting());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing\n", "---\n", "rules:\nparameters:\n", "{}"})
  void nothingSaysNothing(String text) throws IOException, InvalidInput {
    Configuration read = read(text);
    assertEquals(Map.of(), read.rules());
    assertEquals(List.of(), read.deployments());
  }

  @Test
  void allThatIsWrongIsToldWithItsPlace() {
    assertEquals(
        List.of(
            ".wa-serverless.yaml:1:1: unknown key profil: did you mean profile?",
            ".wa-serverless.yaml:3:3: there is no rule TST003: did you mean TST001?",
            ".wa-serverless.yaml:4:11: expected one of note, warning, error as TST002, not"
                + " 'eror': did you mean error?",
            ".wa-serverless.yaml:5:10: expected a list of texts as include, not a map",
            ".wa-serverless.yaml:6:1: unknown key colour"),
        problems(
            """
            profil: strict
            rules:
              TST003: off
              second: eror
            include: {a: b}
            colour: red
            """));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "profile: 7;1:10: expected one of core, strict as profile, not '7'",
        "rules: [TST001];1:8: expected a map as rules, not a list",
        "rules: {TST001: {least-dais: 3}};1:18: unknown key least-dais in TST001: did you mean"
            + " least-days?",
        "rules: {TST001: {least-days: 0}};1:30: expected a whole number from 1 on as least-days,"
            + " not '0'",
        "rules: {TST001: {least-days: few}};a whole number from 1 on as least-days, not 'few'",
        "rules: {TST001: off, first: on};1:22: TST001 is set twice",
        "parameters: {A: {b: c}};1:17: expected a list of texts as A, not a map",
        "parameters: {A: !Ref B};1:17: expected a list of texts as A, not a tagged value",
        "environments: [prod];1:15: expected a map as environments, not a list",
        "environments: {prod: {parameter: x}};unknown key parameter in prod: did you mean"
            + " parameters?",
        "ignore: {paths: x};1:9: expected a list as ignore, not a map",
        "ignore: [{paths: x, rules: TST001}];1:10: ignore needs paths, rules and a reason: reason"
            + " is missing",
        "honour-peer-suppressions: perhaps;expected true or false",
        "baseline: [a];1:11: expected a text as baseline, not a list",
        "profile: core\nprofile: strict;2:1: duplicate key profile",
        "profile: [;not YAML",
        "- profile;1:1: expected a map, not a list",
      })
  void whatDoesNotFitIsAnError(String expectation) {
    int end = expectation.lastIndexOf(';');
    List<String> problems = problems(expectation.substring(0, end));
    String expected = expectation.substring(end + 1);
    assertTrue(problems.stream().anyMatch(p -> p.contains(expected)), problems.toString());
  }

  @Test
  void aFileThatIsNotThereIsAnError() {
    Path missing = folder.resolve("no.yaml");
    InvalidInput wrong =
        assertThrows(InvalidInput.class, () -> ConfigurationReader.read(missing, CATALOG));
    assertTrue(wrong.messages().get(0).startsWith("there is no file "), wrong.getMessage());
  }

  @Test
  void theNearestFileUpToTheRootIsFound() throws IOException {
    Files.createDirectories(folder.resolve("repo/.git"));
    Files.createDirectories(folder.resolve("repo/a/b"));
    Files.writeString(folder.resolve(ConfigurationFile.NAME), "");
    Path b = folder.resolve("repo/a/b");
    assertEquals(Optional.empty(), found(b));
    Files.writeString(folder.resolve("repo/.wa-serverless.yml"), "");
    assertEquals(Optional.of("repo/.wa-serverless.yml"), found(b));
    Files.writeString(folder.resolve("repo/a/.wa-serverless.yaml"), "");
    assertEquals(Optional.of("repo/a/.wa-serverless.yaml"), found(b));
    assertEquals(
        Optional.of("repo/.wa-serverless.yml"), found(b, folder.resolve("repo/template.yaml")));
  }

  private Optional<String> found(Path... paths) {
    return ConfigurationFile.above(List.of(paths))
        .map(file -> folder.relativize(file.toAbsolutePath().normalize()).toString());
  }
}
