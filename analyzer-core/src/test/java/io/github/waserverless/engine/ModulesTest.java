package io.github.waserverless.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.waserverless.app.BuildScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModulesTest {

  private static final Modules MODULES =
      new Modules(List.of(module("functions/orders"), module("functions/payments")));

  private static ProjectModule module(String folder) {
    Path path = Path.of(folder);
    return new ProjectModule(
        path,
        List.of(path.resolve("src/main/java"), path.resolve("out/generated")),
        List.of(path.resolve("src/check")),
        path.resolve("out"),
        List.of(path.getFileName() + "-1.0"),
        Optional.empty());
  }

  private static void assertSource(String folder, String location) {
    assertEquals(Path.of(folder), MODULES.source(Path.of(location)));
  }

  @Test
  void an_archive_comes_from_the_module_that_is_packaged_so() {
    assertSource("functions/orders", "functions/orders/out/orders-1.0.jar");
    assertSource("functions/payments", "lambdas/payments-1.0.jar");
    assertSource("functions/payments", "functions/orders/out/lambdas/payments-1.0.jar");
    assertSource("functions/orders", "lambdas/orders-1.0-aws.zip");
  }

  @Test
  void what_lies_in_the_output_of_a_module_is_built_from_it() {
    assertSource("functions/orders", "functions/orders/out/function.zip");
    assertSource("functions/orders", "functions/orders/out");
  }

  @Test
  void anything_else_is_where_it_says() {
    assertSource("functions/orders", "functions/orders");
    assertSource("lambdas/orders-2.0.jar", "lambdas/orders-2.0.jar");
    assertSource("lambdas/orders-1.0-2.jar", "lambdas/orders-1.0-2.jar");
  }

  @Test
  void sources_of_tests_are_told_from_others() {
    assertTrue(MODULES.isTest(Path.of("functions/orders/src/check/Load.java")));
    assertFalse(MODULES.isTest(Path.of("functions/orders/src/main/java/Orders.java")));
    assertFalse(MODULES.isTest(Path.of("src/check/Load.java")));
  }

  @Test
  void generated_sources_are_found_where_nobody_searches(@TempDir Path folder) throws IOException {
    Path generated = Files.createDirectories(folder.resolve("out/generated"));
    Path order = Files.writeString(generated.resolve("Order.java"), "class Order {}");
    ProjectModule module =
        new ProjectModule(
            folder,
            List.of(generated),
            List.of(),
            folder.resolve("out"),
            List.of(),
            Optional.empty());
    Modules modules = new Modules(List.of(module));
    assertEquals(List.of(order), modules.further(List.of(), Exclusion.NONE));
    assertEquals(List.of(), modules.further(List.of(order), Exclusion.NONE));
    List<Path> other = List.of(folder.resolve("Other.java"));
    assertEquals(List.of(order), modules.further(other, Exclusion.NONE));
    assertEquals(List.of(), modules.further(List.of(), Exclusion.of(folder, List.of("generated"))));
  }

  @Test
  void the_state_of_input_changes_with_any_file(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve(".git"));
    Path below = Files.createDirectories(folder.resolve("app"));
    Search search = Search.in(List.of(below));
    String before = InputState.of(search, List.of(), "");
    assertEquals(before, InputState.of(search, List.of(), ""));
    assertFalse(before.equals(InputState.of(search, List.of(), "other")));
    Files.writeString(folder.resolve("openapi.json"), "{}");
    assertFalse(before.equals(InputState.of(search, List.of(), "")));
  }

  @Test
  void what_is_shared_with_tests_is_no_test() {
    Path path = Path.of("shared");
    ProjectModule module =
        new ProjectModule(
            path,
            List.of(path.resolve("src/check/fixtures")),
            List.of(path.resolve("src/check")),
            path.resolve("out"),
            List.of(),
            Optional.empty());
    Modules modules = new Modules(List.of(module));
    assertTrue(modules.isTest(Path.of("shared/src/check/Load.java")));
    assertFalse(modules.isTest(Path.of("shared/src/check/fixtures/Load.java")));
  }

  @Test
  void a_module_is_built_as_its_tool_says() {
    BuildScript script = new BuildScript("pom.xml", List.of("<project/>"), true);
    Path path = Path.of("functions/orders");
    ProjectModule module =
        new ProjectModule(
            path, List.of(), List.of(), path.resolve("out"), List.of(), Optional.of(script));
    Modules modules = new Modules(List.of(module("functions/payments"), module));
    assertEquals(Optional.of(script), modules.script(Path.of("functions/orders/.")));
    assertEquals(Optional.empty(), modules.script(Path.of("functions/payments")));
    assertEquals(Optional.empty(), modules.script(Path.of("functions")));
  }

  @Test
  void a_folder_that_is_not_there_has_no_sources(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("Order.java"), "class Order {}");
    ProjectModule module =
        new ProjectModule(
            folder,
            List.of(file, folder.resolve("gone")),
            List.of(),
            folder.resolve("out"),
            List.of(),
            Optional.empty());
    assertEquals(List.of(), new Modules(List.of(module)).further(List.of(), Exclusion.NONE));
  }
}
