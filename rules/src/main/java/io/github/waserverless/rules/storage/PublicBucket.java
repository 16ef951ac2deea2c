package io.github.waserverless.rules.storage;

import static io.github.waserverless.rule.Pillar.SECURITY;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.PolicyStatement;
import io.github.waserverless.app.ResourcePolicy;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A bucket should hand its objects only to those that somebody named. */
@RuleInfo(
    id = "WAS824",
    name = "bucket-public",
    title = "Bucket that anyone may read",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = SECURITY,
    severity = WARNING)
public final class PublicBucket implements Rule {

  private static final String POLICY = "AWS::S3::BucketPolicy";
  private static final String BLOCK = "PublicAccessBlockConfiguration";
  private static final List<String> FLAGS =
      List.of("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets");
  private static final Set<String> PUBLIC =
      Set.of("PublicRead", "PublicReadWrite", "AuthenticatedRead");

  @Override
  public void check(Application app, Findings findings) {
    Map<Resource, ResourcePolicy> policies = new LinkedHashMap<>();
    ResourcePolicy.in(app).stream()
        .filter(policy -> policy.declaredBy().type().equals(POLICY))
        .forEach(policy -> policies.put(policy.declaredBy(), policy));
    for (ResourcePolicy policy : policies.values()) {
      for (PolicyStatement statement : policy.statements()) {
        if (statement.onlyReads()) {
          reportPolicy(policy, statement, findings);
        }
      }
    }
    for (Resource bucket : app.resources("AWS::S3::Bucket")) {
      // A policy that lets everybody in is the reason why nothing is blocked.
      if (app.referring(bucket, POLICY, "Bucket").stream()
          .noneMatch(p -> policies.containsKey(p) && opens(policies.get(p)))) {
        reportBucket(bucket, findings);
      }
    }
  }

  private static boolean opens(ResourcePolicy policy) {
    return policy.statements().stream().anyMatch(s -> policy.opens(s).canHold());
  }

  private static void reportPolicy(
      ResourcePolicy policy, PolicyStatement statement, Findings findings) {
    findings.report(
        Problem.at(
                statement.setting().get("Principal").place(),
                policy.declaredBy(),
                "%s lets everybody read: whatever comes into the bucket is public"
                    .formatted(policy.declaredBy().name()))
            .when(policy.opens(statement)));
  }

  private static void reportBucket(Resource bucket, Findings findings) {
    Setting acl = bucket.property("AccessControl");
    Truth open = acl.is(PUBLIC::contains);
    if (open.canHold()) {
      findings.report(
          Problem.at(
                  acl.place(),
                  bucket,
                  "%s has the ACL %s: whatever comes into the bucket is public"
                      .formatted(bucket.name(), String.join(" or ", acl.renderings())))
              .when(open));
      return;
    }
    Setting block = bucket.property(BLOCK);
    Setting off = firstOff(block);
    findings.report(
        Problem.at(
                off.place(),
                bucket,
                "%s does not block all public access: an ACL or a policy can make it public unnoticed"
                    .formatted(bucket.name()))
            .when(block.present().and(anyOff(block))));
  }

  /** What is not switched on is off. */
  private static Truth anyOff(Setting block) {
    return FLAGS.stream().map(flag -> block.get(flag).isTrue().not()).reduce(Truth.NO, Truth::or);
  }

  private static Setting firstOff(Setting block) {
    return FLAGS.stream()
        .map(block::get)
        .filter(flag -> flag.present().and(flag.isTrue().not()).canHold())
        .findFirst()
        .orElse(block);
  }
}
