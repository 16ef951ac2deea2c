package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Template;
import io.github.waserverless.tree.Mapping;
import java.util.stream.Stream;

/** Whether the triggers that are seen of a function can be all that it has. */
public final class TriggerKnowledge {

  private static final String INVOKE = "lambda:InvokeFunction";

  private final Application app;

  TriggerKnowledge(Application app) {
    this.app = app;
  }

  /** Whether every permission on the function is explained by a trigger that is declared. */
  public boolean isComplete(LambdaFunction function) {
    return !function.triggers().isEmpty()
        && function.triggers().stream().allMatch(Trigger::evident)
        && !app.template(function.resource()).fragment()
        && app.invokePermissions().areExplained(function);
  }

  /** Whether somebody out of sight may know the function: by an output, a parameter or a grant. */
  public boolean isExposed(LambdaFunction function) {
    return app.templates().stream().anyMatch(t -> isOutput(t, function.resource()))
        || Stream.of("AWS::SSM::Parameter")
            .flatMap(type -> app.resources(type).stream())
            .anyMatch(p -> app.refersTo(p.property("Value"), function.resource()))
        || isGranted(function.resource());
  }

  private boolean isOutput(Template template, Resource function) {
    for (Mapping.Entry output : template.outputs()) {
      Setting value = Setting.of(template.scope(), output.value()).get("Value");
      if (app.refersTo(value, function)) {
        return true;
      }
    }
    return false;
  }

  private boolean isGranted(Resource function) {
    return IdentityPolicy.in(app).stream()
        .flatMap(policy -> policy.grants().stream())
        .filter(s -> !s.allows().neverHolds() && s.mayCover(INVOKE))
        .flatMap(s -> s.resources().stream())
        .anyMatch(r -> r.is("*").canHold() || app.refersTo(r, function));
  }
}
