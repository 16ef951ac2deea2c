package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import java.util.List;
import java.util.Set;

/**
 * Who may assume a role.
 *
 * @param statements the statements of its {@code AssumeRolePolicyDocument}
 */
public record TrustPolicy(List<PolicyStatement> statements) {

  /** The trust policy of a role. */
  public static TrustPolicy of(Resource role) {
    return new TrustPolicy(PolicyStatement.in(role.property("AssumeRolePolicyDocument"), role));
  }

  /**
   * Whether one of some services may assume the role, whichever way its principal is written:
   * {@code states.amazonaws.com}, <code>states.${AWS::Region}.amazonaws.com</code>.
   *
   * @param services the first parts of their principals
   */
  public boolean admits(Set<String> services) {
    return statements.stream()
        .filter(statement -> statement.allows().canHold())
        .flatMap(statement -> statement.principals().stream())
        .map(Setting::renderings)
        .flatMap(List::stream)
        .anyMatch(principal -> services.contains(service(principal)));
  }

  private static String service(String principal) {
    int dot = principal.indexOf('.');
    boolean ofAws =
        principal.contains(".amazonaws.com") || principal.endsWith(".${AWS::URLSuffix}");
    return dot > 0 && ofAws ? principal.substring(0, dot) : "";
  }
}
