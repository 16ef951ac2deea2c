package io.github.waserverless.app.states;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.waserverless.engine.Project;
import io.github.waserverless.engine.Tables;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The ways through a workflow on which nothing fails. */
class NormalFlowTest {

  private static final String TEMPLATE =
      """
      Transform: AWS::Serverless-2016-10-31
      Resources:
        M:
          Type: AWS::Serverless::StateMachine
          Properties:
            DefinitionUri: m.yaml
      """;

  private static Workflow workflow(String definition) {
    return Project.inMemory(
            Map.of("template.yaml", TEMPLATE, "m.yaml", definition),
            Tables.shipped(LocalDate.EPOCH))
        .applications()
        .get(0)
        .stateMachines()
        .get(0)
        .definitions()
        .get(0)
        .workflow();
  }

  private static State state(Workflow workflow, String name) {
    return workflow.all().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<String> names(Collection<State> states) {
    return states.stream().map(State::name).sorted().toList();
  }

  @Test
  void onlyWhatLiesOnEveryWayComesBefore() {
    Workflow workflow =
        workflow(
            """
            StartAt: A
            States:
              A: {Type: Task, Next: Which, Catch: [{ErrorEquals: [States.ALL], Next: Sorry}]}
              Which: {Type: Choice, Choices: [{Next: B}], Default: C}
              B: {Type: Task, Next: D}
              C: {Type: Task, Next: Again}
              Again: {Type: Choice, Choices: [{Next: C}], Default: D}
              D: {Type: Task, End: true}
              Sorry: {Type: Task, End: true}
            """);
    assertEquals(List.of("A", "Which"), names(state(workflow, "D").alwaysBefore()));
    assertEquals(List.of("A", "Which"), names(state(workflow, "C").alwaysBefore()));
    assertEquals(List.of("A", "C", "Which"), names(state(workflow, "Again").alwaysBefore()));
    assertEquals(
        List.of("A", "Again", "B", "C", "Which"), names(workflow.before(state(workflow, "D"))));
    assertTrue(state(workflow, "D").isReachedNormally());
    assertFalse(state(workflow, "Sorry").isReachedNormally());
    assertTrue(workflow.reached().contains(state(workflow, "Sorry")));
    assertTrue(state(workflow, "D").isLastTask());
    assertFalse(state(workflow, "C").isLastTask());
  }

  @Test
  void whatRunsInsideOfAStateHasEndedAfterIt() {
    Workflow workflow =
        workflow(
            """
            StartAt: Both
            States:
              Both:
                Type: Parallel
                Branches:
                  - StartAt: X
                    States:
                      X: {Type: Task, Next: Y}
                      Y: {Type: Task, End: true}
                  - StartAt: Maybe
                    States:
                      Maybe: {Type: Choice, Choices: [{Next: Z}], Default: Done}
                      Z: {Type: Task, End: true}
                      Done: {Type: Succeed}
                Next: After
              After: {Type: Task, End: true}
            """);
    assertEquals(
        List.of("Both", "Maybe", "X", "Y"), names(state(workflow, "After").alwaysBefore()));
    assertEquals(List.of("X"), names(state(workflow, "Y").alwaysBefore()));
    assertFalse(state(workflow, "Y").isLastTask());
  }

  @Test
  void withoutAFirstStateNothingIsReached() {
    Workflow workflow = workflow("{StartAt: None, States: {A: {Type: Task, End: true}}}");
    assertFalse(state(workflow, "A").isReachedNormally());
    assertEquals(List.of(), state(workflow, "A").alwaysBefore());
  }
}
