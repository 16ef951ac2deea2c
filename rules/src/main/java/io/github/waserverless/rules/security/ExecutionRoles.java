package io.github.waserverless.rules.security;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.IdentityPolicy;
import io.github.waserverless.app.TrustPolicy;
import io.github.waserverless.app.Vended;
import io.github.waserverless.template.Resource;
import java.util.List;
import java.util.Set;

/** The roles that serverless services assume, and what people have granted to them. */
final class ExecutionRoles {

  private static final Set<String> SERVICES =
      Set.of("lambda", "states", "apigateway", "events", "scheduler", "pipes", "appsync");

  private ExecutionRoles() {}

  static List<WideGrant> grants(Application app) {
    return IdentityPolicy.in(app).stream()
        .filter(policy -> !policy.samTemplate() && !Vended.isVended(policy.declaredBy()))
        .filter(policy -> policy.roles().stream().anyMatch(role -> isOne(role, app)))
        .flatMap(policy -> policy.grants().stream().map(s -> WideGrant.of(s, policy, app)))
        .toList();
  }

  /** Whether one of those services assumes a role. */
  static boolean isOne(Resource role, Application app) {
    return !Vended.isVended(role)
        && (TrustPolicy.of(role).admits(SERVICES)
            || app.referring(role, "AWS::Lambda::Function", "Role").stream()
                .anyMatch(function -> !Vended.isVended(function)));
  }
}
