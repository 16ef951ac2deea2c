package io.github.waserverless.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFilesTest {

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("input.json"), text);
  }

  private Map<String, String> parameters(String text) throws IOException, InvalidInput {
    return ParameterFile.read(file(text));
  }

  private String whyNot(String text) throws IOException {
    Path file = file(text);
    String message = assertThrows(InvalidInput.class, () -> ParameterFile.read(file)).getMessage();
    return String.valueOf(message).replace(Names.of(file), "input.json");
  }

  @Test
  void parametersAsTheAwsCliReadsThem() throws IOException, InvalidInput {
    assertEquals(
        Map.of("Stage", "prod", "Size", "3"),
        parameters(
            """
            [{"ParameterKey": "Stage", "ParameterValue": "prod"},
             {"ParameterKey": "Size", "ParameterValue": 3},
             {"ParameterKey": "Kept", "UsePreviousValue": true}]
            """));
    assertEquals(Map.of("Stage", "a=b"), parameters("[\"Stage=a=b\"]"));
  }

  @Test
  void parametersOfCodePipelineAndPlainMaps() throws IOException, InvalidInput {
    assertEquals(Map.of("Stage", "prod"), parameters("{\"Parameters\": {\"Stage\": \"prod\"}}"));
    assertEquals(Map.of("Stage", "on", "Zones", "a,b"), parameters("Stage: on\nZones: [a, b]\n"));
  }

  @Test
  void whatIsNoParameterFileSaysWhere() throws IOException {
    assertEquals(
        "input.json:1:2: expected a list of ParameterKey and ParameterValue, or a map of names"
            + " to values",
        whyNot("[{}]"));
    assertTrue(whyNot("[\"=prod\"]").startsWith("input.json:1:2: expected a list"));
    assertEquals(
        "input.json:1:7: expected a text as the value of a parameter", whyNot("{\"A\": {}}"));
    assertTrue(whyNot("{\"A\": ").startsWith("input.json:1:"));
    assertEquals("input.json is empty", whyNot(""));
  }

  @Test
  void runtimeTablesAreValidated() throws IOException, InvalidInput {
    String good =
        """
        {"asOf": "2026-01-01", "runtimes": [{"id": "x1", "family": "x", "deprecated": "2026-01-02"}]}
        """;
    assertEquals(2, RuntimeFile.read(file(good)).entries().size());
    for (String bad :
        new String[] {
          "[]",
          "{}",
          good.replace("2026-01-01", "soon"),
          good.replace("2026-01-02", "soon"),
          good.replace("\"id\"", "\"name\""),
          good.replace("runtimes", "list")
        }) {
      Path file = file(bad);
      assertThrows(InvalidInput.class, () -> RuntimeFile.read(file), bad);
    }
  }
}
