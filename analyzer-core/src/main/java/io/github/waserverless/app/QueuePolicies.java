package io.github.waserverless.app;

import io.github.waserverless.template.Reference;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who may send to the queues of an application. */
public final class QueuePolicies {

  private static final String SEND = "sqs:SendMessage";
  private static final List<String> ENCRYPT = List.of("kms:GenerateDataKey", "kms:Decrypt");

  private final Application app;

  QueuePolicies(Application app) {
    this.app = app;
  }

  /** The resources whose policy may let a service send to a queue. */
  public List<Resource> permitting(Resource queue, String servicePrincipal) {
    return policies().of(queue).stream()
        .filter(policy -> permits(policy, servicePrincipal))
        .toList();
  }

  /** A queue that is not resolved may be any. */
  private Index<Resource, Resource> policies() {
    return app.index(
        QueuePolicies.class,
        "policies",
        () ->
            Index.of(
                Stream.of("AWS::SQS::QueuePolicy", "AWS::SQS::QueueInlinePolicy")
                    .flatMap(type -> app.resources(type).stream())
                    .toList(),
                policy -> queues(policy).flatMap(app::meant),
                policy -> policy.property("Queues").items().stream().anyMatch(this::isUnresolved)));
  }

  private static Stream<Setting> queues(Resource policy) {
    return Stream.concat(
        policy.property("Queues").items().stream(), Stream.of(policy.property("Queue")));
  }

  private boolean isUnresolved(Setting queue) {
    return app.targets(queue).isEmpty() && queue.text().values().isEmpty();
  }

  private static boolean permits(Resource policy, String servicePrincipal) {
    Setting document = policy.property("PolicyDocument");
    List<PolicyStatement> statements = PolicyStatement.in(document, policy);
    if (statements.isEmpty()) {
      return document.present().canHold();
    }
    return statements.stream()
        .anyMatch(
            s ->
                !s.allows().neverHolds()
                    && s.mayCover(SEND)
                    && s.mayConcernService(servicePrincipal));
  }

  /**
   * The customer managed key of a queue, if its policy keeps a service from using it: what the
   * account's own roles may do does not help a service.
   */
  public Optional<Resource> refusingKey(Resource queue, String servicePrincipal) {
    Setting named = queue.property("KmsMasterKeyId");
    List<Resource> keys = app.targets(named).stream().map(this::keyOf).toList();
    return named.values().size() == 1
            && keys.size() == 1
            && keys.get(0).type().equals("AWS::KMS::Key")
            && !mayUse(keys.get(0), servicePrincipal)
        ? Optional.of(keys.get(0))
        : Optional.empty();
  }

  private Resource keyOf(Resource named) {
    List<Resource> keys = app.targets(named.property("TargetKeyId"), "AWS::KMS::Key");
    return keys.isEmpty() ? named : keys.get(0);
  }

  private static boolean mayUse(Resource key, String servicePrincipal) {
    Setting document = key.property("KeyPolicy");
    List<PolicyStatement> statements = PolicyStatement.in(document, key);
    if (statements.isEmpty()) {
      return document.present().canHold();
    }
    return ENCRYPT.stream()
        .allMatch(
            action ->
                statements.stream()
                    .filter(s -> !s.allows().neverHolds() && s.mayConcernService(servicePrincipal))
                    .anyMatch(s -> s.mayCover(action) || s.isInverted()));
  }

  /**
   * The statement by which a service may send, but only for others: its condition names sources of
   * the application, and this is not one of them.
   */
  public boolean namesOthers(Resource policy, String servicePrincipal, Resource source) {
    List<PolicyStatement> permitting =
        PolicyStatement.in(policy.property("PolicyDocument"), policy).stream()
            .filter(s -> s.mayCover(SEND) && s.mayConcernService(servicePrincipal))
            .toList();
    return !permitting.isEmpty()
        && permitting.stream().allMatch(statement -> namesOthers(statement, source));
  }

  private boolean namesOthers(PolicyStatement statement, Resource source) {
    List<Setting> sources = new ArrayList<>();
    for (Setting.Named operator : statement.setting().get("Condition").entries()) {
      for (Setting.Named key : operator.setting().entries()) {
        if (key.name().equalsIgnoreCase("aws:SourceArn")) {
          sources.addAll(key.setting().items());
        }
      }
    }
    return !sources.isEmpty() && sources.stream().allMatch(arn -> isAnother(arn, source));
  }

  private boolean isAnother(Setting arn, Resource source) {
    List<Resource> named = List.copyOf(app.targets(arn));
    return !named.isEmpty()
        && !named.contains(source)
        && arn.references().stream().map(Reference::name).noneMatch(source.logicalId()::equals);
  }
}
