package io.github.waserverless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.waserverless.engine.Run;
import io.github.waserverless.engine.Tables;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Subject;
import io.github.waserverless.rules.BuiltInRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One application has the same findings as SAM, as plain CloudFormation and as a CDK application.
 */
class EquivalenceTest {

  private static final Path FIXTURES = Path.of("../test-fixtures/cdk");

  /** Older libraries of the CDK encrypt a stream in some regions only, which is a difference. */
  private static final List<String> FORMS =
      List.of("orders-sam", "orders-cloudformation", "orders/infra/2.263.0");

  private static final Run RUN =
      new Run(new BuiltInRules().rules(), Tables.shipped(LocalDate.of(2026, 11, 1)), Map.of());

  @TempDir Path root;

  @BeforeEach
  void copy() throws IOException {
    // Templates may name what lies beside them inside of one repository.
    Files.createDirectories(root.resolve(".git"));
    try (Stream<Path> files = Files.walk(FIXTURES)) {
      for (Path file : files.filter(f -> f.toString().contains("orders")).toList()) {
        Path copy = root.resolve(FIXTURES.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }

  /**
   * {@code OrdersStack/Clicks/Reader/Resource} is Reader, and so are its mapping of events and its
   * role.
   */
  private static String thing(Subject subject) {
    String path =
        subject
            .constructPath()
            .map(p -> p.replaceFirst("OrdersStack/(?:Clicks/)?", ""))
            .orElse(subject.logicalId());
    return path.replaceFirst("(/|(Mapping|Role)$).*", "");
  }

  private static String told(Finding finding) {
    return "%s %s %s"
        .formatted(
            finding.rule().id(),
            finding.severity(),
            finding.subjects().stream()
                .map(EquivalenceTest::thing)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" ")));
  }

  private String told(String form) {
    return RUN.analyze(List.of(root.resolve(form))).findings().stream()
        .map(EquivalenceTest::told)
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  @Test
  void the_same_application_has_the_same_findings_however_it_is_written() {
    String sam = told("orders-sam");
    assertTrue(sam.contains("WAS719 WARNING Consumer"), sam);
    for (String form : FORMS) {
      assertEquals(sam, told(form), form);
    }
  }

  /** Each change is one that all forms are written with alike. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "VisibilityTimeout(\"?): 30 | VisibilityTimeout$1: 180 | WAS707",
        "BatchSize(\"?): 10 | BatchSize$1: 1 | WAS715",
        "MemorySize(\"?): 512 | Description$1: 512 | WAS106",
        "PAY_PER_REQUEST | PROVISIONED | WAS207",
        "java21 | java8 | WAS925",
        "OrderHandler::handleRequest | OrderHandler::handle | WAS002",
        "dynamodb:UpdateItem | dynamodb:* | WAS801",
        "TRIM_HORIZON | LATEST | WAS613"
      })
  void a_change_makes_the_same_difference(String from, String to, String rule) throws IOException {
    String before = told("orders-sam");
    for (String form : FORMS) {
      change(root.resolve(form), from, to);
    }
    String after = told("orders-sam");
    String difference =
        Stream.concat(without(before, after), without(after, before))
            .collect(Collectors.joining("\n"));
    assertNotEquals("", difference);
    assertTrue(difference.contains(rule), difference);
    for (String form : FORMS) {
      assertEquals(after, told(form), form);
    }
  }

  private static Stream<String> without(String some, String others) {
    List<String> known = Arrays.asList(others.split("\n", -1));
    return some.lines().filter(line -> !known.contains(line));
  }

  private static void change(Path form, String from, String to) throws IOException {
    try (Stream<Path> files = Files.list(form)) {
      for (Path file : files.filter(f -> f.toString().contains("template")).toList()) {
        String text = Files.readString(file);
        String changed = text.replaceAll(from, to);
        assertNotEquals(text, changed, file.toString());
        Files.writeString(file, changed);
      }
    }
  }
}
