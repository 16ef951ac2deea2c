package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.List;

/** Where the asynchronous events of a function go when they keep failing. */
public final class FailureDestinations {

  private static final String LATEST = "$LATEST";

  private final Application app;

  FailureDestinations(Application app) {
    this.app = app;
  }

  /** The invoke configurations of a function, whatever their qualifier. */
  public List<Resource> configurations(LambdaFunction function) {
    return app.referring(function.resource(), "AWS::Lambda::EventInvokeConfig", "FunctionName");
  }

  /** Whether no event of the function that keeps failing is kept. */
  public Truth missing(LambdaFunction function) {
    Truth missing = function.property("DeadLetterConfig", "TargetArn").absent();
    for (Resource config : configurations(function)) {
      boolean sameTemplate = config.template().equals(function.resource().template());
      Truth here = sameTemplate ? Truth.when(config.exists()) : Truth.YES;
      missing = missing.and(here.and(onFailure(config).present()).not());
    }
    return missing;
  }

  private static Setting onFailure(Resource config) {
    return config.property("DestinationConfig", "OnFailure", "Destination");
  }

  /**
   * Whether a trigger goes past all destinations: they are those of an alias, and it invokes the
   * function itself, or the other way round.
   */
  public boolean misses(Trigger trigger, LambdaFunction function) {
    if (!function.property("DeadLetterConfig", "TargetArn").absent().alwaysHolds()) {
      return false;
    }
    List<Resource> configs =
        configurations(function).stream().filter(c -> onFailure(c).present().canHold()).toList();
    return !configs.isEmpty()
        && trigger.latest()
        && configs.stream().noneMatch(FailureDestinations::isUnqualified);
  }

  private static boolean isUnqualified(Resource config) {
    Setting qualifier = config.property("Qualifier");
    return !qualifier.present().alwaysHolds()
        || qualifier.is(LATEST).canHold()
        || (qualifier.text().values().isEmpty() && qualifier.references().isEmpty());
  }
}
