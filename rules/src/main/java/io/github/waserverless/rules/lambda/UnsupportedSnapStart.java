package io.github.waserverless.rules.lambda;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.ERROR;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.app.LambdaRuntimes;
import io.github.waserverless.app.Qualifiers;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.source.Location;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.Optional;

/** Lambda refuses SnapStart together with what a snapshot cannot hold. */
@RuleInfo(
    id = "WAS112",
    name = "snapstart-unsupported-config",
    title = "SnapStart together with what excludes it",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = RELIABILITY,
    severity = ERROR)
public final class UnsupportedSnapStart implements Rule {

  private static final double LARGEST_STORAGE = 512;

  @Override
  public void check(Application app, Findings findings) {
    LambdaRuntimes runtimes = LambdaRuntimes.in(app.data());
    for (LambdaFunction function : app.functions()) {
      Truth on = function.snapStart().is("PublishedVersions");
      if (on.canHold()) {
        checkConfiguration(function, on, findings);
        checkRuntime(function, on, runtimes, findings);
        for (Resource qualified : app.qualifiers(function).provisioned()) {
          checkConcurrency(qualified, function, on, findings);
        }
      }
    }
  }

  private static void checkConfiguration(LambdaFunction function, Truth on, Findings findings) {
    Setting files = function.property("FileSystemConfigs");
    report(function, on.and(files.present()), files.place(), "a file system", findings);
    Setting size = function.property("EphemeralStorage", "Size");
    Truth large = size.number(LARGEST_STORAGE).is(mb -> mb > LARGEST_STORAGE);
    String what =
        size.text().certain().map(mb -> mb + " MB of").orElse("more than 512 MB of")
            + " ephemeral storage";
    report(function, on.and(large), size.place(), what, findings);
  }

  private static void checkRuntime(
      LambdaFunction function, Truth on, LambdaRuntimes runtimes, Findings findings) {
    Setting runtime = function.runtime();
    Truth zip = function.property("PackageType").is("Image").not();
    String what = "the runtime " + runtime.text().certain().orElse("of another language");
    Truth unsupported = runtime.is(id -> !runtimes.supportSnapStart(id));
    report(function, on.and(zip).and(unsupported), runtime.place(), what, findings);
  }

  private static void checkConcurrency(
      Resource qualified, LambdaFunction function, Truth on, Findings findings) {
    Setting executions = Qualifiers.executions(qualified);
    findings.report(
        problem(function, executions.place(), "provisioned concurrency")
            .when(on.and(Qualifiers.provisioned(qualified)).and(existsWith(qualified, function))));
  }

  private static Truth existsWith(Resource qualified, LambdaFunction function) {
    return qualified.template().equals(function.resource().template())
        ? Truth.when(qualified.exists())
        : Truth.YES;
  }

  private static void report(
      LambdaFunction function, Truth truth, Location place, String what, Findings findings) {
    findings.report(problem(function, place, what).when(truth));
  }

  private static Problem problem(LambdaFunction function, Location place, String what) {
    String fact =
        "SnapStart and %s, which exclude each other: the deployment fails".formatted(what);
    return Problem.at(place, function.resource(), "%s has %s".formatted(function.name(), fact))
        .with(function.snapStart().place(), "SnapStart")
        .grouped(new Grouping("functions", "have " + fact, Optional.of(place)));
  }
}
