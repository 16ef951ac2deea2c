package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.List;
import java.util.stream.Stream;

/**
 * What of a function is published: its versions, and the aliases that name them.
 *
 * @param function the function
 * @param versions its {@code AWS::Lambda::Version} resources, SAM's generated one included
 * @param aliases its {@code AWS::Lambda::Alias} resources, SAM's generated one included
 */
public record Qualifiers(LambdaFunction function, List<Resource> versions, List<Resource> aliases) {

  private static final String CONCURRENCY = "ProvisionedConcurrencyConfig";

  static Qualifiers of(LambdaFunction function, Application app) {
    return new Qualifiers(
        function,
        of(function, "AWS::Lambda::Version", app),
        of(function, "AWS::Lambda::Alias", app));
  }

  private static List<Resource> of(LambdaFunction function, String type, Application app) {
    return app.referring(function.resource(), type, "FunctionName");
  }

  /** The versions and aliases. */
  public List<Resource> all() {
    return Stream.concat(versions.stream(), aliases.stream()).toList();
  }

  /** Those that may keep execution environments ready. */
  public List<Resource> provisioned() {
    return all().stream().filter(r -> !provisioned(r).neverHolds()).toList();
  }

  /** How many execution environments an alias or version keeps ready. */
  public static Setting executions(Resource qualified) {
    return qualified.property(CONCURRENCY, "ProvisionedConcurrentExecutions");
  }

  /** Whether an alias or version keeps execution environments ready. */
  public static Truth provisioned(Resource qualified) {
    return executions(qualified).number(0).is(n -> n > 0);
  }
}
