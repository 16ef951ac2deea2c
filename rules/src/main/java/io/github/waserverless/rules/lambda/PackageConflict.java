package io.github.waserverless.rules.lambda;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.NO_HARDWARE_AFFINITY;
import static io.github.waserverless.rule.Severity.ERROR;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.List;
import java.util.Optional;

/** What a function says of its code must fit how the code is packaged. */
@RuleInfo(
    id = "WAS010",
    name = "package-type-conflict",
    title = "Settings that do not fit the function's package",
    principles = NO_HARDWARE_AFFINITY,
    pillar = RELIABILITY,
    severity = ERROR)
public final class PackageConflict implements Rule {

  /** A container image brings them along. */
  private static final List<String> OF_ARCHIVES = List.of("Handler", "Runtime", "Layers");

  private static final List<String> REQUIRED = List.of("Handler", "Runtime");

  @Override
  public void check(Application app, Findings findings) {
    for (LambdaFunction function : app.functions()) {
      checkImage(function, findings);
      checkArchive(function, findings);
      checkInlineJava(function, findings);
    }
  }

  private static Truth isImage(LambdaFunction function) {
    return function.property("PackageType").is("Image");
  }

  private static void checkImage(LambdaFunction function, Findings findings) {
    Truth image = isImage(function);
    List<String> set =
        OF_ARCHIVES.stream()
            .filter(name -> image.and(function.property(name).present()).canHold())
            .toList();
    if (set.isEmpty()) {
      return;
    }
    Setting first = function.property(set.get(0));
    Truth wrong =
        set.stream()
            .map(name -> function.property(name).present())
            .reduce(Truth.NO, Truth::or)
            .and(image);
    String fact =
        "%s, which only an archive has: the deployment fails".formatted(String.join(" and ", set));
    Problem problem =
        Problem.at(
                first.place(),
                function.resource(),
                "%s is a container image and sets %s".formatted(function.name(), fact))
            .when(wrong)
            .grouped(
                new Grouping(
                    "functions",
                    "are container images and set " + fact,
                    Optional.of(first.place())));
    for (String other : set.subList(1, set.size())) {
      problem = problem.with(function.property(other).place(), other);
    }
    findings.report(problem);
  }

  private static void checkArchive(LambdaFunction function, Findings findings) {
    Truth archive =
        isImage(function)
            .not()
            .and(function.property("Code", "ImageUri").absent())
            .and(function.property("ImageUri").absent());
    List<String> missing =
        REQUIRED.stream()
            .filter(name -> archive.and(function.property(name).absent()).canHold())
            .toList();
    Truth wrong =
        missing.stream()
            .map(name -> function.property(name).absent())
            .reduce(Truth.NO, Truth::or)
            .and(archive);
    findings.report(
        Problem.of(
                function.resource(),
                "%s has no %s: the deployment fails"
                    .formatted(function.name(), String.join(" and no ", missing)))
            .when(wrong));
  }

  private static void checkInlineJava(LambdaFunction function, Findings findings) {
    Setting code = function.property("Code", "ZipFile");
    findings.report(
        Problem.at(
                code.place(),
                function.resource(),
                "%s has its code in the template but runs Java, which must be compiled: the deployment fails"
                    .formatted(function.name()))
            .when(code.present().and(function.runtime().is(id -> id.startsWith("java")))));
  }
}
