package io.github.waserverless.rules.orchestration;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.EnvironmentVariable;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.app.FunctionInvocation;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.code.flow.Data;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.template.Truth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The invocations of one function by another that are part of what an application does. */
final class DirectInvocations {

  private static final Pattern WARMER = Pattern.compile("(?i)warm(er|ing|.?up)|keep.?warm");

  private DirectInvocations() {}

  static List<FunctionInvocation> in(Application app) {
    return app.handlers().stream()
        .filter(DirectInvocations::isJudged)
        .flatMap(handler -> handler.invocations().stream())
        .toList();
  }

  /** Invoking functions is what deployment tests, custom resources and warmers are for. */
  private static boolean isJudged(FunctionHandler handler) {
    Optional<LambdaFunction> function = handler.function();
    return function.filter(LambdaFunction::testsDeployments).isEmpty()
        && function.filter(LambdaFunction::servesOnlyCustomResources).isEmpty()
        && !WARMER.matcher(handler.name()).find();
  }

  /** The functions that are invoked, in words. */
  static String targets(FunctionInvocation invocation) {
    if (!invocation.targets().isEmpty()) {
      return invocation.targets().stream()
          .map(LambdaFunction::name)
          .collect(Collectors.joining(" or "));
    }
    return invocation
        .call()
        .functionName()
        .constant()
        .or(() -> invocation.variable().map("the function that %s names"::formatted))
        .or(() -> pattern(invocation.call().functionName()))
        .orElse("another function");
  }

  /** What is known of a name that the code puts together. */
  private static Optional<String> pattern(Data name) {
    return name instanceof Data.Joined text
        ? Optional.of(
            text.parts().stream()
                .map(part -> part instanceof Data.Constant c ? c.text() : "…")
                .collect(Collectors.joining()))
        : Optional.empty();
  }

  /** The problem with the functions that are invoked and the variable that names them. */
  static Problem explained(Problem problem, FunctionInvocation invocation) {
    Problem explained = problem;
    for (LambdaFunction target : invocation.targets()) {
      if (!isCaller(target, invocation)) {
        explained = explained.with(target.resource(), "the function that is invoked");
      }
    }
    Optional<EnvironmentVariable> variable =
        invocation.variable().flatMap(name -> invocation.caller().environment(name));
    return variable.isEmpty()
        ? explained
        : explained
            .with(variable.get().value().place(), variable.get().name() + " names it")
            .when(isSet(variable.get(), invocation));
  }

  private static boolean isCaller(LambdaFunction target, FunctionInvocation invocation) {
    return invocation
        .caller()
        .function()
        .filter(f -> f.resource().equals(target.resource()))
        .isPresent();
  }

  /** A name that only some deployments set, or only a default. */
  private static Truth isSet(EnvironmentVariable variable, FunctionInvocation invocation) {
    boolean alone = invocation.call().functionName().alternatives().size() == 1;
    return alone ? variable.value().present() : Truth.YES;
  }
}
