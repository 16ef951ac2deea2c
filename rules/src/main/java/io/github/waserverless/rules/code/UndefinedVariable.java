package io.github.waserverless.rules.code;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.NO_HARDWARE_AFFINITY;
import static io.github.waserverless.rule.Severity.ERROR;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.code.flow.EnvironmentRead;
import io.github.waserverless.code.flow.Surroundings;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.template.Truth;
import java.util.Set;
import java.util.regex.Pattern;

/** What the code reads from the environment, the template has to put there. */
@RuleInfo(
    id = "WAS005",
    name = "env-var-not-defined",
    title = "Environment variable that the function does not have",
    principles = NO_HARDWARE_AFFINITY,
    pillar = RELIABILITY,
    severity = ERROR)
public final class UndefinedVariable implements Rule {

  /** What the runtime sets, and what tools read that have a default. */
  private static final Pattern PROVIDED =
      Pattern.compile(
          "AWS_.*|_HANDLER|_X_AMZN_.*|LAMBDA_.*|TZ|LANG|LC_.*|PATH|HOME|USER|PWD|LD_LIBRARY_PATH"
              + "|CLASSPATH|JAVA_.*|JDK_.*|POWERTOOLS_.*|OTEL_.*|DD_.*|NEW_RELIC_.*|SPRING_.*"
              + "|MICRONAUT_.*|QUARKUS_.*|LOG_LEVEL|SAM_LOCAL|HTTPS?_PROXY|NO_PROXY|CI|DEBUG");

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      if (handler.function().isPresent() && !isWrapped(handler.function().get())) {
        Set<String> asked = EnvironmentRead.asked(handler.reach(), handler.values());
        for (EnvironmentRead read : handler.environmentReads()) {
          for (String name : read.names()) {
            if (!PROVIDED.matcher(name).matches() && !asked.contains(name)) {
              check(name, read, handler, handler.function().get(), findings);
            }
          }
        }
      }
    }
  }

  /** A wrapper script or the framework behind a custom runtime may set variables. */
  private static boolean isWrapped(LambdaFunction function) {
    return !function.environment().get("AWS_LAMBDA_EXEC_WRAPPER").absent().alwaysHolds();
  }

  private static void check(
      String name,
      EnvironmentRead read,
      FunctionHandler handler,
      LambdaFunction function,
      Findings findings) {
    Truth undefined = function.environment().get(name).absent();
    if (!undefined.canHold() || read.isGuarded(handler.reach())) {
      return;
    }
    boolean needed = read.isNeeded(handler.reach());
    findings.report(
        Problem.in(
                handler,
                read.reached(),
                "%s reads %s, which its environment does not have: %s"
                    .formatted(
                        handler.name(), name, needed ? "what uses it fails" : "it gets null"))
            .with(function.resource(), "the function without " + name)
            .when(undefined)
            .as(severity(name, read, handler, needed)));
  }

  private static Severity severity(
      String name, EnvironmentRead read, FunctionHandler handler, boolean needed) {
    if (isSharedConfiguration(name, read, handler) || mayBeOfImage(handler)) {
      return NOTE;
    }
    boolean sometimes =
        read.reached().site().around().inside(Surroundings.Branch.class)
            || read.reached().site().around().inside(Surroundings.Case.class);
    return needed && !sometimes ? ERROR : WARNING;
  }

  /** A class that reads the variables of several functions reads more than each of them has. */
  private static boolean isSharedConfiguration(
      String name, EnvironmentRead read, FunctionHandler handler) {
    boolean own = handler.type().filter(read.reached().step().method().owner()::equals).isPresent();
    return !own && handler.othersDefine(name, read.location());
  }

  private static boolean mayBeOfImage(FunctionHandler handler) {
    return handler
        .function()
        .filter(f -> f.property("PackageType").is("Image").canHold())
        .isPresent();
  }
}
