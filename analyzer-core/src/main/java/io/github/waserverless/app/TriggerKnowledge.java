package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Template;
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
    return !outputs().of(named).isEmpty()
        || !app.referring(named, "AWS::SSM::Parameter", "Value").isEmpty()
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

  private Index<Resource, Setting> outputs() {
    return app.index(
        TriggerKnowledge.class,
        "outputs",
        () ->
            Index.of(
                app.templates().stream().flatMap(TriggerKnowledge::outputs).toList(), app::meant));
  }

  private static Stream<Setting> outputs(Template template) {
    return template.outputs().stream()
        .map(output -> Setting.of(template.scope(), output.value()).get("Value"));
  }

  private static boolean isScheduler(Resource role) {
    return TrustPolicy.of(role).admits(SCHEDULER);
  }

  /** The policies that let somebody invoke a function. */
  private Stream<IdentityPolicy> grantsOf(Resource function) {
    return app
        .index(
            TriggerKnowledge.class,
            "grants",
            () ->
                Index.of(
                    IdentityPolicy.in(app),
                    policy -> invocable(policy).flatMap(app::meant),
                    policy -> invocable(policy).anyMatch(r -> r.is("*").canHold())))
        .of(function)
        .stream();
  }

  private static Stream<Setting> invocable(IdentityPolicy policy) {
    return policy.grants().stream()
        .filter(s -> !s.allows().neverHolds() && s.mayCover(INVOKE))
        .flatMap(s -> s.resources().stream());
  }
}
