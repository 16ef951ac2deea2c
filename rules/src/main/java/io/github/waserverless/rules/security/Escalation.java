package io.github.waserverless.rules.security;

import io.github.waserverless.app.PolicyStatement;
import java.util.List;

/** The actions by which whoever may take them gets further permissions. */
final class Escalation {

  private static final String PASS_ROLE = "iam:PassRole";
  private static final List<String> GRANTING =
      List.of(
          "iam:AttachGroupPolicy",
          "iam:AttachRolePolicy",
          "iam:AttachUserPolicy",
          "iam:CreatePolicyVersion",
          "iam:PutGroupPolicy",
          "iam:PutRolePolicy",
          "iam:PutUserPolicy",
          "iam:SetDefaultPolicyVersion",
          "iam:UpdateAssumeRolePolicy");

  private Escalation() {}

  /** Whether a pattern covers an action that changes who may do what. */
  static boolean grants(String pattern) {
    return GRANTING.stream().anyMatch(action -> PolicyStatement.matches(pattern, action));
  }

  /** Whether a pattern covers handing roles to services, which then act with them. */
  static boolean passesRoles(String pattern) {
    return PolicyStatement.matches(pattern, PASS_ROLE);
  }
}
