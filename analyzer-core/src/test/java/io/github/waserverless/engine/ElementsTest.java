package io.github.waserverless.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.SourceCode;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.Notice;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.source.Span;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Files that templates name belong to what was read. */
class ElementsTest {

  private static final String TEMPLATE =
      """
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Machine:
          Type: AWS::Serverless::StateMachine
          Properties: {DefinitionUri: machine.asl.yaml}
      """;

  private static final String MACHINE =
      """
      StartAt: Order
      States:
        Order:
          Type: Task
          Resource: arn:aws:states:::sqs:sendMessage
          End: true
      """;

  private static Application app() {
    return Project.inMemory(
            Map.of("template.yaml", TEMPLATE, "machine.asl.yaml", MACHINE),
            Tables.shipped(LocalDate.EPOCH))
        .applications()
        .get(0);
  }

  private static String at(String file, int line, int column) {
    return new Elements(app()).at(new Location(file, new Span(line, column, line, column + 1)));
  }

  @Test
  void placesInDefinitionsAreToldByTheirKeys() {
    assertEquals("States/Order/Resource", at("machine.asl.yaml", 5, 5));
    assertEquals("Resources/Machine/Properties/DefinitionUri", at("template.yaml", 5, 18));
    assertEquals("", at("other.yaml", 1, 1));
  }

  @Test
  void suppressionsMayStandInAllThatWasRead() {
    SourceFile construct = new SourceFile(Path.of("App.java"), "App.java", "class App {}");
    JavaCode.Read code =
        new JavaCode.Read(
            SourceCode.NONE, Map.of(), List.of(construct), List.of(), Set.of(), List.of());
    assertEquals(Set.of("App.java"), CodeRead.of(code, ConstructPlaces.NONE).sources().keySet());
    assertEquals(Set.of("machine.asl.yaml"), Joined.alone(app()).documents().keySet());
  }

  @Test
  void aDefinitionThatIsNotThereIsTold() {
    Project project =
        Project.inMemory(Map.of("template.yaml", TEMPLATE), Tables.shipped(LocalDate.EPOCH));
    assertEquals(
        List.of(
            "the states of Machine were not looked at:"
                + " its definition machine.asl.yaml does not exist"),
        project.notices().stream().map(Notice::message).toList());
  }
}
