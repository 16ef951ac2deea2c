package io.github.waserverless.template.sam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events of EventBridge and its schedules. */
class RuleEventsTest {

  private static final String PATTERN = "Pattern: {source: [a]}\n";

  @ParameterizedTest
  @ValueSource(strings = {"EventBridgeRule", "CloudWatchEvent"})
  void rule(String type) {
    Expansion e =
        Expansion.ofEvent(
            type, PATTERN + "Target: {Id: Mine}\nInputPath: $.a\nRetryPolicy: {MaximumRetry: 1}");
    assertEquals("AWS::Events::Rule", e.type("FnEvent"));
    assertEquals("Pattern: {source: [a]}", e.line(e.get("FnEvent").property("EventPattern")));
    assertEquals(List.of("${Fn.Arn}"), e.each("FnEvent", "Targets", "Arn"));
    assertEquals(List.of("Mine"), e.each("FnEvent", "Targets", "Id"));
    assertEquals(List.of("$.a"), e.each("FnEvent", "Targets", "InputPath"));
    assertEquals(List.of("${FnEvent.Arn}"), e.values("FnEventPermission", "SourceArn"));
  }

  @Test
  void ruleInvokesTheAlias() {
    Expansion e =
        Expansion.ofFunction(
            "AutoPublishAlias: live\n"
                + "Events: {Event: {Type: EventBridgeRule, Properties: {Pattern: {}}}}");
    assertEquals(List.of("${FnAliaslive}"), e.each("FnEvent", "Targets", "Arn"));
  }

  @Test
  void inputTransformer() {
    Expansion e = Expansion.ofEvent("EventBridgeRule", PATTERN + "InputTransformer: {A: b}");
    assertEquals(List.of("b"), e.each("FnEvent", "Targets", "InputTransformer", "A"));
  }

  @Test
  void deadLetterQueueIsMade() {
    Expansion e =
        Expansion.ofEvent(
            "EventBridgeRule", PATTERN + "DeadLetterConfig:\n  Type: SQS\n  QueueLogicalId: Dead");
    assertEquals("AWS::SQS::Queue", e.type("Dead"));
    assertEquals(List.of("${Dead.Arn}"), e.each("FnEvent", "Targets", "DeadLetterConfig", "Arn"));
    assertEquals("AWS::SQS::QueuePolicy", e.type("FnEventQueuePolicy"));
    assertTrue(e.values("FnEventQueuePolicy", "PolicyDocument").get(0).contains("${FnEvent.Arn}"));
    assertEquals(
        "DeadLetterConfig:",
        e.line(e.get("FnEvent").property("Targets").items().get(0).get("DeadLetterConfig")));
  }

  @Test
  void deadLetterQueueIsMadeUnderItsCondition() {
    Expansion e =
        Expansion.ofEvent(
            "EventBridgeRule",
            PATTERN + "DeadLetterConfig: !If [IsProd, {Type: SQS}, !Ref AWS::NoValue]");
    assertEquals(
        List.of("${FnEventQueue.Arn}"), e.each("FnEvent", "Targets", "DeadLetterConfig", "Arn"));
    assertEquals("when IsProd", e.get("FnEventQueue").exists().inWords());
  }

  @Test
  void namedDeadLetterQueue() {
    Expansion e = Expansion.ofEvent("Schedule", "Schedule: r\nDeadLetterConfig: {Arn: arn:q}");
    assertEquals(List.of("arn:q"), e.each("FnEvent", "Targets", "DeadLetterConfig", "Arn"));
    assertFalse(e.resources().containsKey("FnEventQueue"));
  }

  @Test
  void schedule() {
    Expansion e = Expansion.ofEvent("Schedule", "Schedule: rate(1 minute)\nEnabled: false");
    assertEquals(
        "Schedule: rate(1 minute)", e.line(e.get("FnEvent").property("ScheduleExpression")));
    assertEquals(List.of("DISABLED"), e.values("FnEvent", "State"));
    assertEquals("Enabled: false", e.line(e.get("FnEvent").property("State")));
  }

  @Test
  void scheduler() {
    Expansion e =
        Expansion.ofEvent(
            "ScheduleV2",
            """
            ScheduleExpression: rate(1 day)
            ScheduleExpressionTimezone: UTC
            RetryPolicy: {MaximumRetryAttempts: 2}
            DeadLetterConfig: {Type: SQS}
            """);
    assertEquals("AWS::Scheduler::Schedule", e.type("FnEvent"));
    assertEquals(List.of("UTC"), e.values("FnEvent", "ScheduleExpressionTimezone"));
    assertEquals(
        List.of("2"), e.values("FnEvent", "Target", "RetryPolicy", "MaximumRetryAttempts"));
    assertEquals(
        List.of("${FnEventQueue.Arn}"), e.values("FnEvent", "Target", "DeadLetterConfig", "Arn"));
    assertEquals(List.of("${FnEventRole.Arn}"), e.values("FnEvent", "Target", "RoleArn"));
    assertEquals("AWS::IAM::Role", e.type("FnEventRole"));
    assertFalse(e.resources().containsKey("FnEventPermission"));
    assertFalse(e.resources().containsKey("FnEventQueuePolicy"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Schedule", "EventBridgeRule", "CloudWatchEvent"})
  void ruleStartsAStateMachineThroughARole(String type) {
    Expansion e = Expansion.ofMachineEvent(type, PATTERN);
    assertEquals(List.of("${Flow}"), e.each("FlowEvent", "Targets", "Arn"));
    assertEquals(List.of("${FlowEventRole.Arn}"), e.each("FlowEvent", "Targets", "RoleArn"));
    assertTrue(
        e.each("FlowEventRole", "Policies", "PolicyDocument")
            .get(0)
            .contains("states:StartExecution"));
    assertFalse(e.resources().containsKey("FlowEventPermission"));
  }

  @Test
  void ruleUsesTheRoleThatIsNamed() {
    Expansion e = Expansion.ofMachineEvent("Schedule", "Schedule: r\nRoleArn: arn:r");
    assertEquals(List.of("arn:r"), e.each("FlowEvent", "Targets", "RoleArn"));
    assertFalse(e.resources().containsKey("FlowEventRole"));
  }
}
