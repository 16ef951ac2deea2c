package io.github.waserverless.rules.orchestration;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.ORCHESTRATE_WITH_STATE_MACHINES;
import static io.github.waserverless.rule.Severity.ERROR;
import static io.github.waserverless.rule.Severity.NOTE;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.StateMachine;
import io.github.waserverless.app.states.Definition;
import io.github.waserverless.app.states.Unread;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.tree.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A definition that Step Functions refuses is known only when the deployment fails. */
@RuleInfo(
    id = "WAS017",
    name = "state-machine-definition-invalid",
    title = "Definition that is no state machine",
    principles = ORCHESTRATE_WITH_STATE_MACHINES,
    pillar = RELIABILITY,
    severity = ERROR)
public final class InvalidDefinition implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (StateMachine machine : app.stateMachines()) {
      for (Unread unread : machine.unread()) {
        if (unread.invalid()) {
          findings.report(
              Problem.at(
                  unread.place(),
                  machine.resource(),
                  "the definition of %s %s".formatted(machine.name(), unread.why())));
        }
      }
      for (Definition definition : machine.definitions()) {
        new DefinitionCheck(machine, definition).run(findings);
      }
      reportUnused(machine, findings);
    }
  }

  /** Names that no definition of the machine mentions. */
  private static void reportUnused(StateMachine machine, Findings findings) {
    if (!machine.unread().isEmpty() || machine.definitions().isEmpty()) {
      return;
    }
    List<Scalar> unused = new ArrayList<>(machine.definitions().get(0).unusedNames());
    machine.definitions().forEach(definition -> unused.retainAll(definition.unusedNames()));
    Set<String> unbound =
        machine.definitions().stream()
            .flatMap(definition -> definition.unboundNames().keySet().stream())
            .collect(Collectors.toSet());
    for (Scalar name : unused) {
      if (unbound.stream().anyMatch(name.raw()::equalsIgnoreCase)) {
        continue; // said where the definition spells it otherwise
      }
      findings.report(
          Problem.at(
                  name.location(),
                  machine.resource(),
                  "%s substitutes %s, which its definition does not mention"
                      .formatted(machine.name(), name.raw()))
              .as(NOTE));
    }
  }
}
