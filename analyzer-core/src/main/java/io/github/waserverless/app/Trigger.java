package io.github.waserverless.app;

import io.github.waserverless.source.Location;
import io.github.waserverless.template.Guard;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Something that invokes a function.
 *
 * @param service who invokes
 * @param mode how
 * @param function the function that is invoked
 * @param declaredBy the resource that says so: the mapping, rule, subscription, bucket …
 * @param target what it names: the function itself, or one of its aliases or versions
 * @param place where it says so
 * @param evident whether it is a declared trigger, not only a permission to invoke
 * @param latest whether it is certain to run {@code $LATEST}, not an alias or a version
 */
public record Trigger(
    Service service,
    InvocationMode mode,
    Resource function,
    Resource declaredBy,
    Resource target,
    Location place,
    boolean evident,
    boolean latest) {

  private static final Set<String> RULES = Set.of("AWS::Events::Rule", "AWS::Scheduler::Schedule");
  private static final Pattern WARM_UP = Pattern.compile("(?i)warm|ping\\b|keep.?alive");

  private static final List<String> INPUTS = List.of("Input", "InputPath", "InputTransformer");

  /** Under which condition the trigger is deployed. */
  public Guard exists() {
    return declaredBy.exists();
  }

  /** Whether it is a rule or schedule that is switched off whatever is deployed. */
  public boolean isDisabled() {
    return RULES.contains(declaredBy.type()) && RuleState.disabled(declaredBy).alwaysHolds();
  }

  /** Whether it is a schedule that only keeps the function warm: its name or its input says so. */
  public boolean isWarmUp() {
    if (service != Service.SCHEDULE) {
      return false;
    }
    return WARM_UP.matcher(declaredBy.logicalId()).find()
        || declaredBy.property("Targets").items().stream()
            .anyMatch(target -> saysWarmUp(target.get("Input")))
        || saysWarmUp(declaredBy.property("Target", "Input"));
  }

  private static boolean saysWarmUp(Setting input) {
    return input.renderings().stream().anyMatch(text -> WARM_UP.matcher(text).find());
  }

  /** Whether the template may say what the function gets, so that it can be anything. */
  public boolean sendsOwnInput() {
    return switch (declaredBy.type()) {
      case "AWS::Scheduler::Schedule", "AWS::ApiGateway::RestApi", "AWS::ApiGatewayV2::Api" -> true;
      case "AWS::Events::Rule" ->
          declaredBy.property("Targets").items().stream()
              .flatMap(target -> INPUTS.stream().map(target::get))
              .anyMatch(input -> input.present().canHold());
      case "AWS::ApiGateway::Method" ->
          !declaredBy.property("Integration", "Type").is("AWS_PROXY").alwaysHolds();
      case "AWS::Pipes::Pipe" ->
          declaredBy.property("TargetParameters", "InputTemplate").present().canHold();
      default -> false;
    };
  }
}
