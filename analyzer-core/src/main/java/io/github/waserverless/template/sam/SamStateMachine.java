package io.github.waserverless.template.sam;

import io.github.waserverless.template.Resource;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Value;
import java.util.List;
import java.util.Set;

/** AWS::Serverless::StateMachine and what it generates. */
final class SamStateMachine {

  private static final Set<String> RENAMED = Set.of("Type", "Logging", "Tracing", "Name", "Role");

  private final Output output;
  private final PolicyTemplates templates;
  private final ImplicitApis implicit;

  SamStateMachine(Output output, PolicyTemplates templates, ImplicitApis implicit) {
    this.output = output;
    this.templates = templates;
    this.implicit = implicit;
  }

  void expand(Output.Cause cause, Mapping properties) {
    Resource machine = cause.resource();
    Nodes nodes =
        Nodes.at(cause.at())
            .copyAllBut(properties, RENAMED)
            .renamed(properties, "Type", "StateMachineType")
            .renamed(properties, "Logging", "LoggingConfiguration")
            .renamed(properties, "Tracing", "TracingConfiguration")
            .renamed(properties, "Name", "StateMachineName");
    Value role =
        new SamPolicies(output, templates)
            .role(cause, properties, "states.amazonaws.com", List.of());
    nodes.replaced(properties, "Role", "RoleArn", role);
    output.put(
        SamTransform.become(machine, "AWS::StepFunctions::StateMachine", nodes.map(), Set.of()));
    new SamEvents(output, implicit, cause, Nodes.ref(machine.logicalId(), cause.at()))
        .expand(properties.get("Events"));
  }
}
