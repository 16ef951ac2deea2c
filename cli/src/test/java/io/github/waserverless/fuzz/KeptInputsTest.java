package io.github.waserverless.fuzz;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The inputs that fuzzing starts from, and those that it once found something with. */
class KeptInputsTest {

  private static final Path FOLDER = Path.of("../fuzz/inputs");

  private static final Map<String, Consumer<byte[]>> TARGETS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("assembly", AssemblyTarget::fuzzerTestOneInput),
              Map.entry("baseline", BaselineTarget::fuzzerTestOneInput),
              Map.entry("check", CheckTarget::fuzzerTestOneInput),
              Map.entry("configuration", ConfigurationTarget::fuzzerTestOneInput),
              Map.entry("java", JavaTarget::fuzzerTestOneInput),
              Map.entry("json", JsonTarget::fuzzerTestOneInput),
              Map.entry("open-api", OpenApiTarget::fuzzerTestOneInput),
              Map.entry("policy", PolicyTarget::fuzzerTestOneInput),
              Map.entry("state-machine", StateMachineTarget::fuzzerTestOneInput),
              Map.entry("substitution", SubstitutionTarget::fuzzerTestOneInput),
              Map.entry("template", TemplateTarget::fuzzerTestOneInput),
              Map.entry("yaml", YamlTarget::fuzzerTestOneInput)));

  @TestFactory
  Stream<DynamicTest> inputs() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER, 2)) {
      return files.filter(Files::isRegularFile).sorted().toList().stream().map(this::test);
    }
  }

  private DynamicTest test(Path input) {
    String folder = input.getName(input.getNameCount() - 2).toString();
    return DynamicTest.dynamicTest(
        folder + "/" + input.getFileName(),
        () -> {
          Consumer<byte[]> target = Objects.requireNonNull(TARGETS.get(folder), folder);
          byte[] bytes = Files.readAllBytes(input);
          assertDoesNotThrow(() -> target.accept(bytes));
        });
  }

  @Test
  void everyTargetHasInputs() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      assertEquals(
          List.copyOf(TARGETS.keySet()),
          folders.map(f -> f.getFileName().toString()).sorted().toList());
    }
  }
}
