package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Template;
import io.github.waserverless.tree.Mapping;
import java.util.Set;
import java.util.stream.Stream;

/** Whether the triggers that are seen of a function can be all that it has. */
public final class TriggerKnowledge {

  private static final String INVOKE = "lambda:InvokeFunction";

  /** Whose schedules a state machine or function may create at run time. */
  private static final Set<String> SCHEDULER = Set.of("scheduler");

  private final Application app;

  TriggerKnowledge(Application app) {
    this.app = app;
  }

  /**
   * Whether every permission on the function is explained by a trigger that is declared, and no
   * schedule that is created at run time may invoke it.
   */
  public boolean isComplete(LambdaFunction function) {
    return !function.triggers().isEmpty()
        && function.triggers().stream().allMatch(Trigger::evident)
        && !app.template(function.resource()).fragment()
        && app.invokePermissions().areExplained(function)
        && grantsOf(function.resource())
            .flatMap(policy -> policy.roles().stream())
            .noneMatch(TriggerKnowledge::isScheduler);
  }

  /** Whether somebody out of sight may know the function: by an output, a parameter or a grant. */
  public boolean isExposed(LambdaFunction function) {
    return isExposed(function.resource());
  }

  private boolean isExposed(Resource named) {
    return app.templates().stream().anyMatch(t -> isOutput(t, named))
        || app.resources("AWS::SSM::Parameter").stream()
            .anyMatch(p -> app.refersTo(p.property("Value"), named))
        || grantsOf(named).findAny().isPresent();
  }

  /** Whether whatever invokes a function is seen, and certain to run {@code $LATEST}. */
  public boolean runsOnlyLatest(LambdaFunction function) {
    Resource resource = function.resource();
    return !function.triggers().isEmpty()
        && !app.template(resource).fragment()
        && function.triggers().stream().allMatch(Trigger::latest)
        && app.invokePermissions().on(resource).stream()
            .allMatch(p -> app.invokePermissions().namesLatest(p, function))
        && app.qualifiers(function).all().stream().noneMatch(this::isExposed);
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

  private static boolean isScheduler(Resource role) {
    return TrustPolicy.of(role).admits(SCHEDULER);
  }

  /** The policies that let somebody invoke a function. */
  private Stream<IdentityPolicy> grantsOf(Resource function) {
    return IdentityPolicy.in(app).stream()
        .filter(
            policy ->
                policy.grants().stream()
                    .filter(s -> !s.allows().neverHolds() && s.mayCover(INVOKE))
                    .flatMap(s -> s.resources().stream())
                    .anyMatch(r -> r.is("*").canHold() || app.refersTo(r, function)));
  }
}
