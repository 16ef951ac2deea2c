package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import java.util.List;

/**
 * What scales the provisioned concurrency of functions. Source: Application Auto Scaling User
 * Guide, "AWS Lambda and Application Auto Scaling".
 */
public final class ConcurrencyScaling {

  private static final String DIMENSION = "lambda:function:ProvisionedConcurrency";

  private final Application app;

  /** The scaling of an application's functions. */
  public ConcurrencyScaling(Application app) {
    this.app = app;
  }

  /** The scalable targets that may be a function's, whatever their alias or version. */
  public List<Resource> targets(LambdaFunction function) {
    return app
        .index(
            ConcurrencyScaling.class,
            "targets",
            () ->
                Index.of(
                    app.resources("AWS::ApplicationAutoScaling::ScalableTarget"),
                    target -> app.meant(target.property("ResourceId")),
                    target -> app.targets(target.property("ResourceId")).isEmpty()))
        .of(function.resource())
        .stream()
        .filter(target -> !target.property("ScalableDimension").is(DIMENSION).neverHolds())
        .filter(target -> mayBe(target.property("ResourceId"), function))
        .toList();
  }

  /** <code>function:Orders:live</code>; what is not known may be any function. */
  private boolean mayBe(Setting resourceId, LambdaFunction function) {
    if (app.refersTo(resourceId, function.resource())) {
      return true;
    }
    List<String> names = function.property("FunctionName").renderings();
    boolean unknown = app.targets(resourceId).isEmpty();
    return resourceId.renderings().stream()
        .anyMatch(
            id ->
                names.stream().anyMatch(name -> id.startsWith("function:" + name + ":"))
                    || (unknown && id.matches("(function:)?\\$\\{.*")));
  }
}
