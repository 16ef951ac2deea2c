package io.github.waserverless.app;

import io.github.waserverless.source.Location;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.ArrayList;
import java.util.List;

/**
 * One statement of a policy document, identity or resource based, also one written as JSON text.
 *
 * @param setting the statement
 * @param declaredBy the resource whose policy it stands in
 */
public record PolicyStatement(Setting setting, Resource declaredBy) {

  /** The statements of a policy document. */
  public static List<PolicyStatement> in(Setting document, Resource declaredBy) {
    List<PolicyStatement> statements = new ArrayList<>();
    for (Setting statement : document.document().get("Statement").items()) {
      statements.add(new PolicyStatement(statement, declaredBy));
    }
    return statements;
  }

  /** Whether it grants rather than denies; without an effect it is taken to grant. */
  public Truth allows() {
    return setting.get("Effect").is("Deny").not();
  }

  /** The actions as written, wildcards included. */
  public List<Setting> actions() {
    return setting.get("Action").items();
  }

  /** The resources as written. */
  public List<Setting> resources() {
    return setting.get("Resource").items();
  }

  /** The service principals, AWS principals and {@code *}, as written. */
  public List<Setting> principals() {
    Setting principal = setting.get("Principal");
    List<Setting> principals = new ArrayList<>();
    if (principal.is(text -> true).canHold()) {
      principals.add(principal);
    }
    principal.entries().forEach(kind -> principals.addAll(kind.setting().items()));
    return principals;
  }

  /** Whether {@code NotAction}, {@code NotResource} or {@code NotPrincipal} turns it around. */
  public boolean isInverted() {
    return List.of("NotAction", "NotResource", "NotPrincipal").stream()
        .anyMatch(key -> setting.get(key).present().canHold());
  }

  /** Whether conditions narrow it. */
  public Truth hasConditions() {
    return setting.get("Condition").present();
  }

  /** Its conditions. */
  public PolicyConditions conditions() {
    return new PolicyConditions(setting.get("Condition"));
  }

  /** Whether everybody is its principal, those of other accounts and none at all included. */
  public Truth concernsEverybody() {
    Setting principal = setting.get("Principal");
    List<Setting.Named> kinds = principal.entries();
    Truth everybody = kinds.isEmpty() ? principal.is(PolicyStatement::isEverybody) : Truth.NO;
    for (Setting.Named kind : kinds) {
      everybody = everybody.or(kind.setting().anyItem(p -> p.is(PolicyStatement::isEverybody)));
    }
    return everybody;
  }

  private static boolean isEverybody(String principal) {
    return principal.equals("*") || principal.equals("arn:aws:iam::*:root");
  }

  /** Whether it only grants reading objects and their lists. */
  public boolean onlyReads() {
    List<Setting> actions = actions();
    return !isInverted()
        && !actions.isEmpty()
        && actions.stream()
            .flatMap(action -> action.renderings().stream())
            .allMatch(action -> action.startsWith("s3:Get") || action.startsWith("s3:List"));
  }

  /** Whether it may cover an action: by name, with wildcards, or because that is not known. */
  public boolean mayCover(String action) {
    return actions().stream()
        .anyMatch(
            written ->
                written.is(pattern -> matches(pattern, action)).canHold()
                    || written.text().values().isEmpty());
  }

  /** Whether a service principal may be meant; the account's own principals are not services. */
  public boolean mayConcernService(String principal) {
    Setting written = setting.get("Principal");
    if (written.is("*").canHold() || (written.entries().isEmpty() && isUnknown(written))) {
      return true;
    }
    return written.entries().stream()
        .anyMatch(
            kind ->
                kind.setting().items().stream()
                    .anyMatch(
                        p ->
                            p.is("*").canHold()
                                || (kind.name().equals("Service")
                                    && (isUnknown(p) || p.is(principal).canHold()))));
  }

  private static boolean isUnknown(Setting written) {
    return written.present().canHold() && written.text().values().isEmpty();
  }

  /** Where the statement begins. */
  public Location place() {
    return setting.place();
  }

  /** Whether an action fits a pattern with {@code *} and {@code ?}, without regard to case. */
  public static boolean matches(String pattern, String action) {
    int p = 0;
    int a = 0;
    int star = -1;
    int resume = 0;
    while (a < action.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = a;
      } else if (p < pattern.length() && fits(pattern.charAt(p), action.charAt(a))) {
        p++;
        a++;
      } else if (star >= 0) {
        // Only the last star can take more; what the earlier ones took stays right.
        p = star + 1;
        a = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  private static boolean fits(char pattern, char c) {
    return pattern == c
        || pattern == '?'
        || Character.toLowerCase(pattern) == Character.toLowerCase(c);
  }
}
