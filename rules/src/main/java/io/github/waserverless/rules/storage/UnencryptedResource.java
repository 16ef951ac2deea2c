package io.github.waserverless.rules.storage;

import static io.github.waserverless.rule.Pillar.SECURITY;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.Optional;

/** What is kept should be unreadable without its key. */
@RuleInfo(
    id = "WAS820",
    name = "resource-encryption-off",
    title = "Data that is kept without encryption",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = SECURITY,
    severity = WARNING)
public final class UnencryptedResource implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (Resource queue : app.resources("AWS::SQS::Queue")) {
      Setting managed = queue.property("SqsManagedSseEnabled");
      Truth off = managed.present().and(managed.isTrue().not());
      Truth plain = off.and(queue.property("KmsMasterKeyId").absent());
      findings.report(problem(queue, managed, plain, "queues", "its messages", WARNING));
    }
    for (Resource stream : app.resources("AWS::Kinesis::Stream")) {
      Setting encryption = stream.property("StreamEncryption");
      findings.report(
          problem(stream, encryption, encryption.absent(), "streams", "its records", WARNING));
    }
    for (Resource topic : app.resources("AWS::SNS::Topic")) {
      Setting key = topic.property("KmsMasterKeyId");
      findings.report(problem(topic, key, key.absent(), "topics", "its messages", NOTE));
    }
    for (Resource stream : app.resources("AWS::KinesisFirehose::DeliveryStream")) {
      deliveryStream(stream, findings);
    }
    for (Resource cluster : app.resources("AWS::DAX::Cluster")) {
      Setting enabled = cluster.property("SSESpecification", "SSEEnabled");
      findings.report(
          problem(cluster, enabled, enabled.isTrue().not(), "clusters", "its items", WARNING));
    }
    for (Resource cache : app.resources("AWS::AppSync::ApiCache")) {
      cache(cache, findings);
    }
  }

  /** One that reads from a stream takes its encryption. */
  private static void deliveryStream(Resource stream, Findings findings) {
    Setting type = stream.property("DeliveryStreamType");
    Setting encryption = stream.property("DeliveryStreamEncryptionConfigurationInput");
    Truth plain = type.absent().or(type.is("DirectPut")).and(encryption.absent());
    findings.report(problem(stream, encryption, plain, "delivery streams", "its records", NOTE));
  }

  private static void cache(Resource cache, Findings findings) {
    Setting atRest = cache.property("AtRestEncryptionEnabled");
    Setting inTransit = cache.property("TransitEncryptionEnabled");
    Truth plain = atRest.isTrue().not().or(inTransit.isTrue().not());
    Setting at = atRest.isTrue().not().canHold() ? atRest : inTransit;
    findings.report(problem(cache, at, plain, "caches", "its answers", WARNING));
  }

  private static Problem problem(
      Resource resource, Setting at, Truth plain, String kind, String what, Severity severity) {
    String several = what.replaceFirst("its", "their");
    return Problem.at(
            at.place(),
            resource,
            "%s is not encrypted: %s lie in plain text".formatted(resource.name(), what))
        .when(plain)
        .as(severity)
        .grouped(
            new Grouping(
                kind,
                "are not encrypted: %s lie in plain text".formatted(several),
                Optional.empty()));
  }
}
