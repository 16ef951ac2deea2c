package io.github.waserverless.rules.lambda;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.DeploymentGroup;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.app.Qualifiers;
import io.github.waserverless.app.Trigger;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an alias has serves only those who invoke the alias. */
@RuleInfo(
    id = "WAS923",
    name = "trigger-bypasses-alias",
    title = "Trigger that goes past the alias",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = RELIABILITY,
    severity = WARNING)
public final class BypassedAlias implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (LambdaFunction function : app.functions()) {
      Qualifiers qualifiers = app.qualifiers(function);
      List<String> missed = missed(qualifiers, app);
      if (missed.isEmpty() || isInertSnapStart(function, app)) {
        continue;
      }
      List<Trigger> past =
          function.triggers().stream().filter(t -> goesPast(t, qualifiers, app)).toList();
      if (!past.isEmpty()) {
        report(function, past, missed, qualifiers.aliases().get(0), findings);
      }
    }
  }

  /** What the aliases of a function have that the function itself has not. */
  private static List<String> missed(Qualifiers qualifiers, Application app) {
    List<String> missed = new ArrayList<>();
    List<Resource> aliases = qualifiers.aliases();
    if (aliases.stream().anyMatch(alias -> DeploymentGroup.shifts(alias, app))) {
      missed.add("gradual deployment");
    }
    if (aliases.stream().anyMatch(alias -> alias.property("RoutingConfig").present().canHold())) {
      missed.add("the weights of versions");
    }
    if (aliases.stream().anyMatch(alias -> Qualifiers.provisioned(alias).canHold())) {
      missed.add("provisioned concurrency");
    }
    if (!aliases.isEmpty() && qualifiers.function().snapStart().is("PublishedVersions").canHold()) {
      missed.add("SnapStart");
    }
    return missed;
  }

  /** That all triggers go past the alias is told as what makes SnapStart do nothing. */
  private static boolean isInertSnapStart(LambdaFunction function, Application app) {
    return function.snapStart().is("PublishedVersions").canHold()
        && app.triggerKnowledge().runsOnlyLatest(function);
  }

  /** A trigger past an alias that has the failure destination is told as one that loses events. */
  private static boolean goesPast(Trigger trigger, Qualifiers qualifiers, Application app) {
    LambdaFunction function = qualifiers.function();
    return trigger.latest()
        && (trigger.evident() || permitsNoAlias(qualifiers, app))
        && !app.failureDestinations().misses(trigger, function);
  }

  private static boolean permitsNoAlias(Qualifiers qualifiers, Application app) {
    LambdaFunction function = qualifiers.function();
    return app.invokePermissions().on(function.resource()).stream()
        .allMatch(p -> app.invokePermissions().namesLatest(p, function));
  }

  private static void report(
      LambdaFunction function,
      List<Trigger> past,
      List<String> missed,
      Resource alias,
      Findings findings) {
    Trigger first = past.get(0);
    boolean sameTemplate = first.declaredBy().template().equals(function.resource().template());
    Problem problem =
        Problem.at(
                first.place(),
                function.resource(),
                "%s invokes %s past its alias: it runs $LATEST, without %s"
                    .formatted(
                        capitalized(first.service().inWords()),
                        function.name(),
                        String.join(" and ", missed)))
            .when(sameTemplate ? Truth.when(first.exists()) : Truth.YES)
            .grouped(
                new Grouping(
                    "functions",
                    "are invoked past their aliases by %s: they run $LATEST, without %s"
                        .formatted(first.service().inWords(), String.join(" and ", missed)),
                    Optional.of(first.place())))
            .with(alias, "the alias");
    for (Trigger other : past.subList(1, past.size())) {
      if (!other.place().equals(first.place())) {
        problem = problem.with(other.place(), other.service().inWords() + " does so, too");
      }
    }
    findings.report(problem);
  }

  private static String capitalized(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
