package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A managed policy that is attached to a role by its ARN.
 *
 * @param role the role that has it
 * @param arn how the role names it
 * @param catalogue what AWS's own managed policies grant
 */
public record ManagedPolicy(Resource role, Setting arn, ManagedPolicyCatalogue catalogue) {

  /** All managed policies of the roles of an application. */
  public static List<ManagedPolicy> in(Application app) {
    return app.all(ManagedPolicy.class, () -> search(app));
  }

  /** The managed policies of a role. */
  public static List<ManagedPolicy> of(Resource role, Application app) {
    return app.index(ManagedPolicy.class, "role", () -> Index.of(in(app), p -> Stream.of(p.role())))
        .of(role);
  }

  private static List<ManagedPolicy> search(Application app) {
    ManagedPolicyCatalogue catalogue = ManagedPolicyCatalogue.of(app.data());
    List<ManagedPolicy> policies = new ArrayList<>();
    for (Resource role : app.resources("AWS::IAM::Role")) {
      for (Setting arn : role.property("ManagedPolicyArns").items()) {
        policies.add(new ManagedPolicy(role, arn, catalogue));
      }
    }
    return List.copyOf(policies);
  }

  /** Whether it is one of AWS's own that reaches so far. */
  public Truth reaches(ManagedPolicyCatalogue.Reach reach) {
    return Truth.when(arn.presence())
        .and(
            arn.isLike(
                text ->
                    ManagedPolicyCatalogue.name(text)
                        .flatMap(catalogue::reach)
                        .filter(reach::equals)
                        .isPresent()));
  }

  /** The names that it may have, if it is one of AWS's own. */
  public List<String> names() {
    return arn.renderings().stream()
        .flatMap(text -> ManagedPolicyCatalogue.name(text).stream())
        .toList();
  }
}
