package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises what the CDK itself puts into a template. Source: aws-cdk-lib's own constructs. */
public final class Vended {

  private static final Pattern LOGICAL_ID =
      Pattern.compile(
          "(LogRetentionaae0aa3c5b4d4f87b02d85b201efdd8a"
              + "|AWS679f53fac002430cb0da5b7982bd2287"
              + "|BucketNotificationsHandler050a0587b7544547bf325f094a3db834"
              + "|CustomCDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C"
              + "|Custom\\w*CustomResourceProvider(Handler|Role)).*");
  private static final Set<String> HANDLERS =
      Set.of(
          "framework.onEvent",
          "framework.isComplete",
          "framework.onTimeout",
          "__entrypoint__.handler");
  private static final List<String> DESCRIPTIONS =
      List.of("AWS CDK resource provider framework", "AWS CloudFormation handler for");
  private static final List<String> PATH_PARTS =
      List.of("/Custom::", "/framework-", "/LogRetention", "/Provider/");

  private Vended() {}

  /** Whether nobody but the CDK wrote this function, role, policy or log group. */
  public static boolean isVended(Resource resource) {
    if (LOGICAL_ID.matcher(resource.logicalId()).matches()) {
      return true;
    }
    Optional<String> path = resource.constructPath();
    return path.filter(p -> PATH_PARTS.stream().anyMatch(p::contains)).isPresent()
        || resource.property("Handler").text().certain().filter(HANDLERS::contains).isPresent()
        || resource
            .property("Description")
            .text()
            .certain()
            .filter(d -> DESCRIPTIONS.stream().anyMatch(d::startsWith))
            .isPresent();
  }
}
