package io.github.waserverless.rules.lambda;

import static io.github.waserverless.rule.Pillar.COST_OPTIMIZATION;
import static io.github.waserverless.rule.Principle.NO_HARDWARE_AFFINITY;
import static io.github.waserverless.rule.Severity.NOTE;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.BuildScript;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.app.LambdaRuntimes;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.List;
import java.util.Optional;

/** The same milliseconds cost less on Graviton, and most code runs there as it is. */
@RuleInfo(
    id = "WAS404",
    name = "arm64-not-used",
    title = "Function on x86_64 that could run on arm64",
    principles = NO_HARDWARE_AFFINITY,
    pillar = COST_OPTIMIZATION,
    severity = NOTE)
public final class Arm64NotUsed implements Rule {

  private static final String CONSEQUENCE = "on x86_64: a millisecond costs a fifth less on arm64";

  @Override
  public void check(Application app, Findings findings) {
    LambdaRuntimes runtimes = LambdaRuntimes.in(app.data());
    for (LambdaFunction function : app.functions()) {
      if (function.servesOnlyCustomResources()
          || function.runsAtEdge()
          || isBuiltForX86(function, app)) {
        continue;
      }
      Setting architectures = function.property("Architectures");
      Truth onX86 =
          architectures
              .absent()
              .or(architectures.anyItem(architecture -> architecture.is("x86_64")));
      findings.report(
          Problem.at(
                  architectures.place(),
                  function.resource(),
                  "%s runs %s".formatted(function.name(), CONSEQUENCE))
              .when(onX86.and(canMove(function, runtimes, app)))
              .grouped(
                  new Grouping(
                      "functions",
                      "run " + CONSEQUENCE,
                      architectures.absent().alwaysHolds()
                          ? app.globals(function)
                          : Optional.empty())));
    }
  }

  private static boolean isBuiltForX86(LambdaFunction function, Application app) {
    return app.handler(function).stream()
        .flatMap(handler -> handler.entry().stream())
        .flatMap(entry -> app.code().build(entry.method().owner().file().file()).stream())
        .anyMatch(BuildScript::isForX86Only);
  }

  private static Truth canMove(LambdaFunction function, LambdaRuntimes runtimes, Application app) {
    return function
        .property("PackageType")
        .is("Image")
        .not()
        .and(function.property("CapacityProviderConfig").absent())
        .and(function.runtime().is(runtimes::supportArm64))
        .and(Truth.of(function.property("Layers").items().stream().allMatch(l -> runs(l, app))));
  }

  /** A layer from elsewhere may hold binaries of one architecture. */
  private static boolean runs(Setting layer, Application app) {
    List<Resource> declared =
        app.targets(layer).stream().filter(r -> r.type().endsWith("::LayerVersion")).toList();
    return layer.absent().alwaysHolds()
        || (!declared.isEmpty() && declared.stream().allMatch(Arm64NotUsed::holdsArm64));
  }

  private static boolean holdsArm64(Resource layer) {
    Setting architectures = layer.property("CompatibleArchitectures");
    return architectures.absent().or(architectures.anyItem(a -> a.is("arm64"))).canHold();
  }
}
