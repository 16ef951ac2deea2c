package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.ArrayList;
import java.util.List;

/**
 * A policy that says who may use a resource, wherever it stands.
 *
 * @param declaredBy the resource whose properties hold it
 * @param guards what it is a policy of
 * @param statements its statements
 */
public record ResourcePolicy(
    Resource declaredBy, Setting guards, List<PolicyStatement> statements) {

  /** All resource policies of an application; trust policies are a matter of their roles. */
  public static List<ResourcePolicy> in(Application app) {
    return app.all(ResourcePolicy.class, () -> search(app));
  }

  private static List<ResourcePolicy> search(Application app) {
    List<ResourcePolicy> policies = new ArrayList<>();
    for (Resource resource : app.resources()) {
      switch (resource.type()) {
        case "AWS::SQS::QueuePolicy" -> add(resource, "Queues", "PolicyDocument", policies);
        case "AWS::SQS::QueueInlinePolicy" -> add(resource, "Queue", "PolicyDocument", policies);
        case "AWS::SNS::TopicPolicy" -> add(resource, "Topics", "PolicyDocument", policies);
        case "AWS::SNS::TopicInlinePolicy" -> add(resource, "TopicArn", "PolicyDocument", policies);
        case "AWS::S3::BucketPolicy" -> add(resource, "Bucket", "PolicyDocument", policies);
        case "AWS::SecretsManager::ResourcePolicy" ->
            add(resource, "SecretId", "ResourcePolicy", policies);
        case "AWS::Events::EventBus" -> add(resource, "Name", "Policy", policies);
        case "AWS::Events::EventBusPolicy" -> policies.add(eventBus(resource));
        case "AWS::ApiGateway::RestApi" -> policies.add(ofApi(resource));
        default -> {}
      }
    }
    return policies.stream().filter(policy -> !policy.statements().isEmpty()).toList();
  }

  private static void add(
      Resource resource, String guards, String document, List<ResourcePolicy> into) {
    into.add(
        new ResourcePolicy(
            resource,
            resource.property(guards),
            PolicyStatement.in(resource.property(document), resource)));
  }

  /** A policy of a bus has one statement, also in the older form without a document. */
  private static ResourcePolicy eventBus(Resource policy) {
    Setting statement = policy.property("Statement");
    Setting only = statement.present().canHold() ? statement.document() : policy.property();
    return new ResourcePolicy(
        policy, policy.property("EventBusName"), List.of(new PolicyStatement(only, policy)));
  }

  /** The policy of a REST API, whichever of its properties holds it. */
  public static ResourcePolicy ofApi(Resource api) {
    List<PolicyStatement> statements = new ArrayList<>();
    statements.addAll(PolicyStatement.in(api.property("Policy"), api));
    statements.addAll(
        PolicyStatement.in(ApiDocument.of(api).get("x-amazon-apigateway-policy"), api));
    for (Setting custom : api.property("Auth", "ResourcePolicy", "CustomStatements").items()) {
      statements.add(new PolicyStatement(custom, api));
    }
    return new ResourcePolicy(api, api.property("Name"), List.copyOf(statements));
  }

  /** Who may assume a role. */
  public static ResourcePolicy trust(Resource role) {
    Setting document = role.property("AssumeRolePolicyDocument");
    return new ResourcePolicy(role, role.property("RoleName"), PolicyStatement.in(document, role));
  }

  /**
   * Whether a statement lets everybody in: none of its conditions narrows it, nor another denies.
   */
  public Truth opens(PolicyStatement statement) {
    Truth denied = Truth.NO;
    for (PolicyStatement other : statements) {
      denied =
          denied.or(
              Truth.when(other.setting().presence())
                  .and(other.allows().not())
                  .and(other.conditions().narrow()));
    }
    return Truth.when(statement.setting().presence())
        .and(statement.allows())
        .and(statement.concernsEverybody())
        .and(statement.conditions().narrow().not())
        .and(denied.not());
  }
}
