package io.github.waserverless.rules.observability;

import static io.github.waserverless.rule.Pillar.OPERATIONAL_EXCELLENCE;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.rule.BlockYaml;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Fix;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Subject;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Without a trace nobody sees where in a chain of services a request is slow or fails. */
@RuleInfo(
    id = "WAS901",
    name = "function-tracing-off",
    title = "Function without active tracing",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = OPERATIONAL_EXCELLENCE,
    severity = WARNING)
public final class UntracedFunction implements Rule {

  private static final String FIX = "Switch active tracing on";
  private static final Set<String> OFF = Set.of("PassThrough", "Disabled");

  @Override
  public void check(Application app, Findings findings) {
    for (LambdaFunction function : app.functions()) {
      if (function.servesOnlyCustomResources() || function.runsAtEdge()) {
        continue;
      }
      boolean tracedElse = OtherTracer.traces(function);
      String consequence =
          tracedElse
              ? "X-Ray has nothing of what another tracer records"
              : "no trace shows where a request spends its time or fails";
      Setting mode = function.tracingMode();
      Truth unset = mode.absent();
      findings.report(
          Problem.at(
                  mode.place(),
                  function.resource(),
                  "%s has no active tracing: %s".formatted(function.name(), consequence))
              .when(unset.or(mode.is(OFF::contains)))
              .as(tracedElse ? NOTE : WARNING)
              .grouped(
                  new Grouping(
                      "functions",
                      "have no active tracing: " + consequence,
                      place(function, unset, app))));
    }
  }

  /** Only for SAM, which gives the functions' roles the permission, too. */
  @Override
  public Optional<Fix> fix(Finding finding, SourceFile source) {
    if (finding.severity() == NOTE) {
      return Optional.empty();
    }
    BlockYaml yaml = BlockYaml.of(source);
    String element = finding.anchor().element();
    if (element.startsWith("Globals/")) {
      return (element.equals("Globals/Function")
              ? yaml.addTo(finding.location(), "Tracing", "Active")
              : yaml.replace(finding.location(), "Active"))
          .map(edit -> new Fix(FIX, List.of(edit)));
    }
    return Fix.of(FIX, finding.subjects(), function -> trace(function, yaml));
  }

  private static Optional<Fix.Edit> trace(Subject function, BlockYaml yaml) {
    return yaml.value(function.location(), "Type")
        .filter("AWS::Serverless::Function"::equals)
        .flatMap(type -> yaml.setProperty(function.location(), "Tracing", "Active"));
  }

  /** Where nothing is written the fix belongs to Globals, else where it is switched off. */
  private static Optional<Location> place(LambdaFunction function, Truth unset, Application app) {
    return unset.canHold() ? app.globals(function) : Optional.empty();
  }
}
