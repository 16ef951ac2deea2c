package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A CodeDeploy deployment group that shifts traffic between versions of functions, whether SAM's
 * {@code DeploymentPreference} or CloudFormation's resource.
 *
 * @param resource the group as CloudFormation sees it
 * @param aliases the aliases whose traffic it shifts, as far as they are seen
 */
public record DeploymentGroup(Resource resource, List<Resource> aliases) {

  private static final String ALIAS = "AWS::Lambda::Alias";
  private static final String AT_ONCE = "AllAtOnce";

  static List<DeploymentGroup> in(Application app) {
    return app.resources("AWS::CodeDeploy::DeploymentGroup").stream()
        .map(group -> new DeploymentGroup(group, aliases(group, app)))
        .filter(group -> !group.aliases.isEmpty() || group.isOfLambda(app))
        .toList();
  }

  /** Whether one shifts the traffic of an alias. */
  public static boolean shifts(Resource alias, Application app) {
    return app.index(
            DeploymentGroup.class,
            "shifted",
            () -> Index.of(app.deploymentGroups(), group -> group.aliases.stream()))
        .first(alias)
        .isPresent();
  }

  private static List<Resource> aliases(Resource group, Application app) {
    return Stream.concat(
            app.targets(group.property("Alias"), ALIAS).stream(),
            app
                .index(
                    DeploymentGroup.class,
                    "aliases",
                    () ->
                        Index.of(
                            app.resources(ALIAS),
                            alias -> app.meant(updatePolicy(alias).get("DeploymentGroupName"))))
                .of(group)
                .stream())
        .distinct()
        .toList();
  }

  /** What CloudFormation is told to do when an alias gets another version. */
  public static Setting updatePolicy(Resource alias) {
    return alias.attribute("UpdatePolicy").get("CodeDeployLambdaAliasUpdate");
  }

  private boolean isOfLambda(Application app) {
    return configuration().isLike(name -> name.contains(".Lambda")).canHold()
        || app.targets(resource.property("ApplicationName")).stream()
            .anyMatch(a -> a.property("ComputePlatform").is("Lambda").canHold());
  }

  /** The functions whose traffic it shifts. */
  public List<LambdaFunction> functions(Application app) {
    return aliases.stream().map(app::function).flatMap(Optional::stream).distinct().toList();
  }

  /** How it shifts: {@code Canary10Percent5Minutes}, or CodeDeploy's longer name of it. */
  public Setting configuration() {
    return resource.property("DeploymentConfigName");
  }

  /** Whether all traffic goes to the new version at once. */
  public Truth shiftsAtOnce() {
    return configuration().absent().or(configuration().is(name -> name.endsWith(AT_ONCE)));
  }

  /** The alarms that stop and undo a deployment. */
  public Setting alarms() {
    return resource.declared()
        ? resource.property("AlarmConfiguration", "Alarms")
        : resource.property("Alarms");
  }

  /** Whether no alarm stops a deployment. */
  public Truth ignoresAlarms() {
    Truth none = alarms().anyItem(Setting::present).not();
    return resource.declared()
        ? none.or(resource.property("AlarmConfiguration", "Enabled").is("false"))
        : none;
  }

  /** Whether no function tries a new version before or after it gets traffic. */
  public Truth lacksHooks() {
    if (!resource.declared()) {
      return resource
          .property("Hooks", "PreTraffic")
          .absent()
          .and(resource.property("Hooks", "PostTraffic").absent());
    }
    Truth none = Truth.of(!aliases.isEmpty());
    for (Resource alias : aliases) {
      for (String hook : List.of("BeforeAllowTrafficHook", "AfterAllowTrafficHook")) {
        none = none.and(updatePolicy(alias).get(hook).absent());
      }
    }
    return none;
  }
}
