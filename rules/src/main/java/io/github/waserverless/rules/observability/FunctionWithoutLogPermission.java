package io.github.waserverless.rules.observability;

import static io.github.waserverless.rule.Pillar.OPERATIONAL_EXCELLENCE;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.app.RolePermissions;
import io.github.waserverless.app.Vended;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Guard;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A function that fails should be able to say why. */
@RuleInfo(
    id = "WAS912",
    name = "function-cannot-write-logs",
    title = "Function that may not write its log",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = OPERATIONAL_EXCELLENCE,
    severity = WARNING)
public final class FunctionWithoutLogPermission implements Rule {

  private record Use(LambdaFunction function, Setting role) {}

  @Override
  public void check(Application app, Findings findings) {
    Map<Resource, List<Use>> uses = new LinkedHashMap<>();
    for (LambdaFunction function : app.functions()) {
      Setting role = function.property("Role");
      for (Resource target : app.targets(role, "AWS::IAM::Role")) {
        uses.computeIfAbsent(target, r -> new ArrayList<>()).add(new Use(function, role));
      }
    }
    RolePermissions permissions = new RolePermissions(app);
    uses.forEach(
        (role, functions) -> {
          if (!Vended.isVended(role) && permissions.lacksLogs(role)) {
            report(role, functions, app, findings);
          }
        });
  }

  private static void report(Resource role, List<Use> uses, Application app, Findings findings) {
    List<String> names = uses.stream().map(use -> use.function().name()).distinct().toList();
    String who = names.get(0) + (names.size() > 1 ? " and " + (names.size() - 1) + " more" : "");
    Guard used = Guard.NEVER;
    for (Use use : uses) {
      used = used.or(use.function().resource().exists().and(app.where(use.role(), role)));
    }
    Problem problem =
        Problem.of(
                role,
                "%s does not let %s write logs: when it fails nobody sees why"
                    .formatted(role.name(), who))
            .when(Truth.when(used));
    for (Use use : uses) {
      if (!use.role().place().equals(role.location())) {
        problem = problem.with(use.role().place(), use.function().name());
      }
    }
    findings.report(problem);
  }
}
