package io.github.waserverless.rules.lambda;

import static io.github.waserverless.rule.Pillar.PERFORMANCE_EFFICIENCY;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.code.JavaFile;
import io.github.waserverless.code.flow.Step;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Version 1 starts slower and gets no updates any more. */
@RuleInfo(
    id = "WAS120",
    name = "aws-sdk-v1",
    title = "Version 1 of the AWS SDK for Java",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = PERFORMANCE_EFFICIENCY,
    severity = WARNING)
public final class SdkVersionOne implements Rule {

  private static final List<String> OTHER_LIBRARIES =
      List.of(
          "com.amazonaws.services.lambda.runtime.",
          "com.amazonaws.xray.",
          "com.amazonaws.serverless.",
          "com.amazonaws.services.s3.event.",
          "com.amazonaws.secretsmanager.",
          "com.amazonaws.services.schemaregistry.",
          "com.amazonaws.athena.");

  @Override
  public void check(Application app, Findings findings) {
    Map<String, Map<JavaFile, FunctionHandler>> modules = new LinkedHashMap<>();
    for (FunctionHandler handler : app.handlers()) {
      for (Step step : handler.reach().steps()) {
        JavaFile file = step.method().owner().file();
        if (file.imports().stream().anyMatch(SdkVersionOne::isOfVersionOne)) {
          modules
              .computeIfAbsent(module(file), m -> new LinkedHashMap<>())
              .putIfAbsent(file, handler);
        }
      }
    }
    modules.values().forEach(files -> findings.report(problem(files)));
  }

  private static Problem problem(Map<JavaFile, FunctionHandler> files) {
    JavaFile first = files.keySet().iterator().next();
    FunctionHandler handler = files.get(first);
    String also = files.size() == 1 ? "" : " in %s classes".formatted(files.size());
    Problem problem =
        Problem.at(
            use(first).location(),
            java.util.Objects.requireNonNull(handler),
            "%s uses version 1 of the AWS SDK%s: it has had no support since 2025-12-31"
                .formatted(handler.name(), also));
    for (JavaFile file : files.keySet()) {
      if (!file.file().equals(first.file())) {
        problem = problem.with(use(file).location(), "here too");
      }
    }
    return problem;
  }

  private static JavaFile.Import use(JavaFile file) {
    return file.imports().stream().filter(SdkVersionOne::isOfVersionOne).findFirst().orElseThrow();
  }

  private static boolean isOfVersionOne(JavaFile.Import i) {
    String name = i.wildcard() ? i.name() + "." : i.name();
    return name.startsWith("com.amazonaws.")
        && OTHER_LIBRARIES.stream().noneMatch(name::startsWith);
  }

  private static String module(JavaFile file) {
    return file.file().replaceFirst("(^|/)src/.*", "");
  }
}
