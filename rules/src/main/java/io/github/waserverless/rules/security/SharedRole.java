package io.github.waserverless.rules.security;

import static io.github.waserverless.rule.Pillar.SECURITY;
import static io.github.waserverless.rule.Principle.SHARE_NOTHING;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.IdentityPolicy;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.app.ManagedPolicy;
import io.github.waserverless.app.ManagedPolicyCatalogue.Reach;
import io.github.waserverless.app.PolicyStatement;
import io.github.waserverless.app.Vended;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.source.Location;
import io.github.waserverless.template.Guard;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A role of its own keeps a function from what only others need. */
@RuleInfo(
    id = "WAS312",
    name = "shared-execution-role",
    title = "Functions that share an execution role",
    principles = SHARE_NOTHING,
    pillar = SECURITY,
    severity = WARNING)
public final class SharedRole implements Rule {

  private static final int MOST_NAMES = 3;
  private static final List<String> ROUTINE = List.of("logs:", "xray:");

  @Override
  public void check(Application app, Findings findings) {
    Map<Resource, Map<LambdaFunction, Guard>> local = new LinkedHashMap<>();
    Map<String, List<LambdaFunction>> elsewhere = new LinkedHashMap<>();
    for (LambdaFunction function : app.functions()) {
      Setting role = function.property("Role");
      List<Resource> roles = app.targets(role, "AWS::IAM::Role");
      for (Resource r : roles) {
        Guard guard = function.resource().exists().and(app.where(role, r));
        local.computeIfAbsent(r, k -> new LinkedHashMap<>()).put(function, guard);
      }
      if (roles.isEmpty() && role.renderings().size() == 1) {
        elsewhere.computeIfAbsent(key(role), k -> new ArrayList<>()).add(function);
      }
    }
    local.forEach(
        (role, functions) -> {
          if (functions.size() > 1 && !Vended.isVended(role)) {
            reportLocal(role, functions, grantsOnlyRoutine(role, app), findings);
          }
        });
    elsewhere.values().forEach(functions -> reportImported(functions, findings));
  }

  /** The same parameter of two templates may have two values. */
  private static String key(Setting role) {
    return role.place().file() + '\n' + role.renderings().get(0);
  }

  private static void reportLocal(
      Resource role, Map<LambdaFunction, Guard> functions, boolean routine, Findings findings) {
    String name = role.declared() ? role.name() : "The role of " + role.name();
    Problem problem =
        Problem.of(role, message(name, functions.keySet()))
            .when(Truth.when(together(List.copyOf(functions.values()))))
            .as(routine || isOneCode(functions.keySet()) ? NOTE : WARNING);
    for (LambdaFunction function : functions.keySet()) {
      Location place = function.property("Role").place();
      problem = place.equals(role.location()) ? problem : problem.with(place, function.name());
    }
    findings.report(problem);
  }

  /** When at least two of them exist. */
  private static Guard together(List<Guard> guards) {
    Guard any = Guard.NEVER;
    for (int i = 0; i < guards.size(); i++) {
      for (int j = i + 1; j < guards.size(); j++) {
        Guard both = guards.get(i).and(guards.get(j));
        any = both.possible() ? any.or(both) : any;
        if (any.equals(Guard.ALWAYS)) {
          return any;
        }
      }
    }
    return any;
  }

  private static void reportImported(List<LambdaFunction> users, Findings findings) {
    if (users.size() < 2) {
      return;
    }
    // In whatever order they stand, the same one is told of.
    List<LambdaFunction> functions =
        users.stream().sorted(Comparator.comparing(LambdaFunction::name)).toList();
    LambdaFunction first = functions.get(0);
    Setting role = first.property("Role");
    findings.report(
        Problem.at(role.place(), first.resource(), message(role.renderings().get(0), functions))
            .as(NOTE));
  }

  /** What every function may do is no harm to share. */
  private static boolean grantsOnlyRoutine(Resource role, Application app) {
    return ManagedPolicy.of(role, app).stream()
            .allMatch(policy -> policy.reaches(Reach.ROUTINE).alwaysHolds())
        && IdentityPolicy.of(List.of(role), app).stream()
            .flatMap(policy -> policy.grants().stream())
            .allMatch(SharedRole::isRoutine);
  }

  private static boolean isRoutine(PolicyStatement statement) {
    return !statement.isInverted()
        && statement.actions().stream()
            .flatMap(action -> action.renderings().stream())
            .allMatch(action -> ROUTINE.stream().anyMatch(action::startsWith));
  }

  /** One piece of code under several settings needs the same everywhere. */
  private static boolean isOneCode(Collection<LambdaFunction> functions) {
    List<String> codes = functions.stream().map(SharedRole::code).distinct().toList();
    return codes.size() == 1 && !codes.get(0).isBlank();
  }

  private static String code(LambdaFunction function) {
    return Stream.of("Handler", "CodeUri", "Code", "ImageUri")
        .flatMap(property -> function.property(property).renderings().stream())
        .collect(Collectors.joining("\n"));
  }

  private static String message(String role, Collection<LambdaFunction> functions) {
    List<String> names = functions.stream().map(LambdaFunction::name).toList();
    int shown = names.size() > MOST_NAMES + 1 ? MOST_NAMES : names.size() - 1;
    String rest =
        shown < names.size() - 1 ? names.size() - shown + " more" : names.get(names.size() - 1);
    return "%s is the role of %s and %s: each of them may do what any of them needs"
        .formatted(role, String.join(", ", names.subList(0, shown)), rest);
  }
}
