package io.github.waserverless.app;

import io.github.waserverless.code.flow.Data;
import io.github.waserverless.code.flow.SdkCall;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A write of a handler to what triggers its function.
 *
 * @param write the call that writes
 * @param trigger how the function hears of it
 * @param source what is written to; the default bus is no resource
 * @param loops whether what is written triggers the function
 * @param guarded whether the content of the event decides that it is written
 */
public record Feedback(
    SdkCall write, Trigger trigger, Optional<Resource> source, Truth loops, boolean guarded) {

  private static final Map<Service, List<String>> WRITES =
      Map.of(
          Service.SQS, List.of("sqs.sendMessage", "sqs.sendMessageBatch"),
          Service.SNS, List.of("sns.publish", "sns.publishBatch"),
          Service.KINESIS, List.of("kinesis.putRecord", "kinesis.putRecords"),
          Service.EVENTBRIDGE, List.of("events.putEvents"),
          Service.DYNAMODB,
              List.of(
                  "dynamodb.putItem",
                  "dynamodb.updateItem",
                  "dynamodb.batchWriteItem",
                  "dynamodb.transactWriteItems"));

  /** The events of S3 that its operations lead to. */
  private static final Map<String, String> OBJECT_EVENTS =
      Map.of(
          "s3.putObject", "ObjectCreated:Put",
          "s3.copyObject", "ObjectCreated:Copy",
          "s3.completeMultipartUpload", "ObjectCreated:CompleteMultipartUpload",
          "s3.putObjectTagging", "ObjectTagging:Put",
          "s3.deleteObject", "ObjectRemoved:Delete");

  /** All of them, as far as template and code tell. */
  static List<Feedback> in(FunctionHandler handler, Application app) {
    List<Feedback> all = new ArrayList<>();
    List<Trigger> triggers =
        handler.function().stream()
            .flatMap(f -> f.triggers().stream())
            .filter(Trigger::evident)
            .toList();
    for (Trigger trigger : triggers) {
      for (SdkCall call : handler.sdkCalls()) {
        if (mayFeed(call, trigger)) {
          add(call, trigger, handler, app, all);
        }
      }
    }
    return List.copyOf(all);
  }

  private static boolean mayFeed(SdkCall call, Trigger trigger) {
    String operation = call.operation().toString();
    return trigger.service() == Service.S3
        ? OBJECT_EVENTS.containsKey(operation)
        : WRITES.getOrDefault(trigger.service(), List.of()).contains(operation);
  }

  private static void add(
      SdkCall call, Trigger trigger, FunctionHandler handler, Application app, List<Feedback> all) {
    boolean guarded = LoopGuard.before(call.reached(), handler);
    if (trigger.service() == Service.EVENTBRIDGE) {
      Truth loops = new SentEvents(handler, app).reach(trigger.declaredBy(), call);
      Optional<Resource> bus = app.triggers().sources(trigger).stream().findFirst();
      all.add(new Feedback(call, trigger, bus, loops, guarded));
      return;
    }
    for (Resource source : app.triggers().sources(trigger)) {
      if (handler.resources(call).contains(stream(source, app))) {
        Truth loops = loops(call, trigger, source, handler, app);
        all.add(new Feedback(call, trigger, Optional.of(source), loops, guarded));
      }
    }
  }

  /** What a consumer with a throughput of its own reads. */
  private static Resource stream(Resource source, Application app) {
    return source.type().equals("AWS::Kinesis::StreamConsumer")
        ? app.targets(source.property("StreamARN"), "AWS::Kinesis::Stream").stream()
            .findFirst()
            .orElse(source)
        : source;
  }

  private static Truth loops(
      SdkCall call, Trigger trigger, Resource source, FunctionHandler handler, Application app) {
    Resource by = trigger.declaredBy();
    return switch (trigger.service()) {
      case S3 -> ofObject(call, source, handler, app);
      case SNS -> unfiltered(by.property("FilterPolicy"));
      default ->
          unfiltered(by.property("FilterCriteria"))
              .and(by.property("Enabled").absent().or(by.property("Enabled").isTrue()));
    };
  }

  /** What a filter lets through is not known. */
  private static Truth unfiltered(Setting filter) {
    return filter.absent().or(Truth.UNKNOWN);
  }

  private static Truth ofObject(
      SdkCall call, Resource bucket, FunctionHandler handler, Application app) {
    String event = OBJECT_EVENTS.getOrDefault(call.operation().toString(), "");
    Data key =
        call.argument("destinationKey")
            .or(() -> call.argument("key"))
            .or(() -> call.arguments("key").stream().findFirst())
            .orElse(Data.unknown());
    return handler.function().stream()
        .flatMap(f -> ObjectNotification.of(bucket, f, app).stream())
        .map(n -> n.tells(event).and(n.takes(key)))
        .reduce(Truth.NO, Truth::or);
  }
}
