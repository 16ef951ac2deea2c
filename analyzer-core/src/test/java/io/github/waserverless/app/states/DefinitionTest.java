package io.github.waserverless.app.states;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.waserverless.app.StateMachine;
import io.github.waserverless.engine.Project;
import io.github.waserverless.engine.Tables;
import io.github.waserverless.source.Location;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Definitions of state machines, wherever they stand. */
class DefinitionTest {

  private static final String SAM =
      """
      Transform: AWS::Serverless-2016-10-31
      Parameters:
        Stage: {Type: String, AllowedValues: [test, prod]}
        Bucket: {Type: String}
      Conditions:
        IsProd: !Equals [!Ref Stage, prod]
      Resources:
        Fn:
          Type: AWS::Serverless::Function
        M:
          Type: AWS::Serverless::StateMachine
          Properties:
      """;

  private static final String CFN =
      SAM.replace("AWS::Serverless::State", "AWS::StepFunctions::State");

  private static Project project(String template, Map<String, String> files) {
    Map<String, String> all = new java.util.LinkedHashMap<>(files);
    all.put("template.yaml", template);
    return Project.inMemory(all, Tables.shipped(LocalDate.EPOCH));
  }

  private static StateMachine machine(String template, Map<String, String> files) {
    return project(template, files).applications().get(0).stateMachines().get(0);
  }

  private static StateMachine machine(String template) {
    return machine(template, Map.of());
  }

  private static Definition only(StateMachine machine) {
    assertEquals(List.of(), machine.unread());
    assertEquals(1, machine.definitions().size());
    return machine.definitions().get(0);
  }

  private static State state(StateMachine machine, String name) {
    return only(machine).states().stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String at(Location place) {
    return "%s:%d:%d-%d"
        .formatted(
            place.file(),
            place.span().startLine(),
            place.span().startColumn(),
            place.span().endColumn());
  }

  @Test
  void aFileIsJsonOnceItsNamesAreReplaced() {
    StateMachine machine =
        machine(
            SAM
                + """
                      DefinitionUri: flow/m.asl.json
                      DefinitionSubstitutions:
                        Max: 5
                        FnArn: !GetAtt Fn.Arn
                """
                    .indent(2),
            Map.of(
                "flow/m.asl.json",
                """
                {
                  "StartAt": "Each",
                  "States": {
                    "Each": {
                      "Type": "Map", "MaxConcurrency": ${Max}, "End": true,
                      "ItemProcessor": {"StartAt": "Call", "States": {
                        "Call": {"Type": "Task", "Resource": "${FnArn}:live", "End": true}}}
                    }
                  }
                }
                """));
    State each = state(machine, "Each");
    assertEquals(5, each.get("MaxConcurrency").number(0).certain().orElseThrow());
    assertEquals("flow/m.asl.json:4:5-11", at(each.place()));
    assertEquals("flow/m.asl.json:5:48-59", at(each.get("End").place()));
    State call = state(machine, "Call");
    assertTrue(machine.invokesLambda(call));
    assertEquals("Fn", machine.function(call).orElseThrow().name());
    assertEquals(List.of(call, each), call.withEnclosing());
  }

  @Test
  void aBlockOfTextKnowsItsLines() {
    StateMachine machine =
        machine(
            CFN
                + """
                      DefinitionString: !Sub
                        - |
                          {
                            "StartAt": "Call",
                            "States": {
                              "Call": {
                                "Type": "Task",
                                "Resource": "${Function}",
                                "TimeoutSeconds": 5
                              }
                            }
                          }
                        - Function: !GetAtt Fn.Arn
                """
                    .indent(2));
    State call = state(machine, "Call");
    assertEquals("Fn", machine.function(call).orElseThrow().name());
    assertEquals("template.yaml:18:17-23", at(call.place()));
    assertEquals("template.yaml:21:19-38", at(call.get("TimeoutSeconds").place()));
  }

  @Test
  void aTextWithoutLinesHasThePlaceOfItsProperty() {
    String folded =
        """
              DefinitionString: >
                {"StartAt": "A",
                "States": {"A": {"Type": "Succeed"}}}
        """
            .indent(2);
    assertEquals("template.yaml:13:9-25", at(state(machine(CFN + folded), "A").place()));
    String joined =
        """
              DefinitionString: !Join ["", ['{"StartAt": "A", "States": {"A": {"Type": "Task",
                "Resource": "arn:', !Ref "AWS::Partition", ':states:::sqs:sendMessage.waitForTaskToken"}}}']]
        """
            .indent(2);
    StateMachine machine = machine(CFN + joined);
    assertEquals(
        IntegrationPattern.WAIT_FOR_CALLBACK,
        machine.integration(state(machine, "A")).orElseThrow().pattern());
  }

  @Test
  void parametersDoNotMultiplyADefinition() {
    StateMachine machine =
        machine(
            CFN
                + """
                      DefinitionString: !Sub '{"StartAt": "A", "States": {"A": {"Type": "Pass", "Result": "${Stage}"}}}'
                """
                    .indent(2));
    assertEquals(List.of("test", "prod"), state(machine, "A").get("Result").text().values());
  }

  @Test
  void conditionsChooseAmongDefinitions() {
    StateMachine machine =
        machine(
            SAM
                + """
                      DefinitionUri: !If [IsProd, prod.json, test.json]
                """
                    .indent(2),
            Map.of(
                "prod.json", "{\"StartAt\": \"P\", \"States\": {\"P\": {\"Type\": \"Succeed\"}}}",
                "test.json", "{\"StartAt\": \"T\", \"States\": {\"T\": {\"Type\": \"Succeed\"}}}"));
    assertEquals(2, machine.definitions().size());
    assertEquals("when IsProd", machine.definitions().get(0).when().inWords());
  }

  private static String unread(String property, Map<String, String> files) {
    Project project = project(SAM + property.indent(8), files);
    StateMachine machine = project.applications().get(0).stateMachines().get(0);
    assertEquals(List.of(), machine.definitions());
    assertEquals(1, machine.unread().size());
    assertEquals(machine.notices(), project.applications().get(0).notices());
    assertTrue(project.notices().containsAll(machine.notices()));
    Unread unread = machine.unread().get(0);
    return (unread.invalid() ? "invalid: " : "") + unread.why();
  }

  @Test
  void whatCannotBeReadIsSaid() {
    assertEquals("a.json does not exist", unread("DefinitionUri: a.json", Map.of()));
    assertEquals(
        "s3://b/a.json is no local file", unread("DefinitionUri: s3://b/a.json", Map.of()));
    assertEquals("is an object in S3", unread("DefinitionUri: {Bucket: b, Key: a.json}", Map.of()));
    assertEquals("is not known before deployment", unread("DefinitionUri: !Ref Bucket", Map.of()));
    assertEquals(
        "is not known before deployment", unread("DefinitionString: !Ref Bucket", Map.of()));
    assertEquals(
        "invalid: is empty", unread("DefinitionUri: a.yaml", Map.of("a.yaml", "# nothing\n")));
    assertEquals(
        "invalid: is no object", unread("DefinitionUri: a.yaml", Map.of("a.yaml", "- a\n")));
    assertTrue(
        unread("DefinitionUri: a.json", Map.of("a.json", "{\"StartAt\": }"))
            .startsWith("invalid: is not JSON: "));
    assertTrue(
        unread("DefinitionString: !Sub '{\"States\": {${Bucket}}}'", Map.of())
            .startsWith("is not JSON: "));
  }

  @Test
  void namesThatNothingReplacesAreKnownByTheirPlaces() {
    StateMachine machine =
        machine(
            SAM
                + """
                      DefinitionUri: m.json
                      DefinitionSubstitutions:
                        Used: a
                        Unused: b
                """
                    .indent(2),
            Map.of(
                "m.json",
                """
                {"StartAt": "${Used}", "States": {"a": {"Type": "Wait",
                  "Seconds": ${Seconds}, "Comment": "${Other} ${More}",
                  "Next": "${Next}"}}}
                """));
    Definition definition = only(machine);
    assertEquals(List.of("Unused"), definition.unusedNames().stream().map(n -> n.raw()).toList());
    assertEquals(List.of("Seconds", "Next"), List.copyOf(definition.unboundNames().keySet()));
    assertEquals("m.json:2:14-24", at(requireNonNull(definition.unboundNames().get("Seconds"))));
    assertEquals(List.of("a"), definition.workflow().first().stream().map(State::name).toList());
  }

  @Test
  void substitutionsThatAreNotKnownReplaceAnyName() {
    StateMachine machine =
        machine(
            SAM
                + """
                      DefinitionSubstitutions: !If [IsProd, {A: a}, {B: b}]
                      Definition:
                        StartAt: X
                        States: {X: {Type: Task, Resource: "${A}", End: true}}
                """
                    .indent(2));
    assertEquals(Map.of(), only(machine).unboundNames());
    assertTrue(state(machine, "X").integration().isEmpty());
  }
}
