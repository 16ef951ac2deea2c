package io.github.waserverless.template.sam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What Globals add to resources. */
class GlobalsTest {

  private static Expansion merged(String global, String own) {
    return Expansion.of(
        "Resources:\n  Fn:\n    Type: AWS::Serverless::Function\n"
            + own.indent(4)
            + "Globals:\n  Function:\n"
            + global.indent(4));
  }

  @Test
  void ownScalarWins() {
    Expansion e = merged("Timeout: 3\nMemorySize: 256", "Properties: {Timeout: 9}");
    assertEquals(List.of("9"), e.values("Fn", "Timeout"));
    assertEquals("MemorySize: 256", e.line(e.get("Fn").property("MemorySize")));
  }

  @Test
  void mapsMergeDeeply() {
    Expansion e =
        merged(
            "Environment: {Variables: {A: global, B: global}}",
            "Properties: {Environment: {Variables: {B: own}}}");
    assertEquals(List.of("global"), e.values("Fn", "Environment", "Variables", "A"));
    assertEquals(List.of("own"), e.values("Fn", "Environment", "Variables", "B"));
  }

  @Test
  void listsAreJoinedGlobalsFirst() {
    Expansion e = merged("Layers: [a]", "Properties: {Layers: [b]}");
    assertEquals(List.of("[a, b]"), e.values("Fn", "Layers"));
  }

  @Test
  void intrinsicOnEitherSideLetsOwnWin() {
    Expansion own =
        merged("VpcConfig: {SubnetIds: [a]}", "Properties: {VpcConfig: !If [IsProd, {X: y}, {}]}");
    assertTrue(own.get("Fn").property("VpcConfig", "SubnetIds").absent().alwaysHolds());
    Expansion global =
        merged("VpcConfig: !If [IsProd, {X: y}, {}]", "Properties: {VpcConfig: {SubnetIds: [a]}}");
    assertTrue(global.get("Fn").property("VpcConfig", "X").absent().alwaysHolds());
  }

  @Test
  void ignoredAsAWhole() {
    Expansion e = merged("Timeout: 3", "IgnoreGlobals: '*'");
    assertTrue(e.get("Fn").property("Timeout").absent().alwaysHolds());
  }

  @Test
  void ignoredByName() {
    Expansion e = merged("Timeout: 3\nMemorySize: 256", "IgnoreGlobals: [Timeout]");
    assertTrue(e.get("Fn").property("Timeout").absent().alwaysHolds());
    assertEquals(List.of("256"), e.values("Fn", "MemorySize"));
  }

  @Test
  void withoutPropertiesOfItsOwn() {
    Expansion e = merged("Tracing: Active", "Metadata: {}");
    assertEquals(List.of("Active"), e.values("Fn", "TracingConfig", "Mode"));
  }
}
