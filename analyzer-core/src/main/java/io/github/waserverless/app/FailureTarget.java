package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where failures go by the permission of a role, rather than by the policy of what takes them.
 *
 * @param user what sends them
 * @param role the role that it sends them with
 * @param setting how the destination is named
 * @param target the destination
 * @param action what the role has to be allowed
 */
public record FailureTarget(
    Resource user, Resource role, Setting setting, Resource target, String action) {

  private static final Map<String, String> ACTIONS =
      Map.of(
          "AWS::SQS::Queue", "sqs:SendMessage",
          "AWS::SNS::Topic", "sns:Publish",
          "AWS::Events::EventBus", "events:PutEvents",
          "AWS::Lambda::Function", "lambda:InvokeFunction",
          "AWS::S3::Bucket", "s3:PutObject");

  /** All of an application whose role and destination it declares. */
  public static List<FailureTarget> in(Application app) {
    List<FailureTarget> found = new ArrayList<>();
    for (LambdaFunction function : app.functions()) {
      Resource user = function.resource();
      Setting role = function.property("Role");
      add(user, role, function.property("DeadLetterConfig", "TargetArn"), app, found);
      for (Resource config : app.failureDestinations().configurations(function)) {
        add(config, role, onFailure(config), app, found);
      }
    }
    for (Resource mapping : app.resources("AWS::Lambda::EventSourceMapping")) {
      app.targets(mapping.property("FunctionName")).stream()
          .flatMap(f -> app.function(f).stream())
          .forEach(f -> add(mapping, f.property("Role"), onFailure(mapping), app, found));
    }
    for (Resource schedule : app.resources("AWS::Scheduler::Schedule")) {
      Setting target = schedule.property("Target");
      add(schedule, target.get("RoleArn"), target.get("DeadLetterConfig", "Arn"), app, found);
    }
    for (Resource pipe : app.resources("AWS::Pipes::Pipe")) {
      for (Setting.Named source : pipe.property("SourceParameters").entries()) {
        Setting queue = source.setting().get("DeadLetterConfig", "Arn");
        add(pipe, pipe.property("RoleArn"), queue, app, found);
      }
    }
    return List.copyOf(found);
  }

  private static Setting onFailure(Resource resource) {
    return resource.property("DestinationConfig", "OnFailure", "Destination");
  }

  private static void add(
      Resource user, Setting role, Setting destination, Application app, List<FailureTarget> into) {
    List<Resource> roles = app.targets(role, "AWS::IAM::Role");
    if (roles.size() != 1 || role.cases().size() != 1) {
      return;
    }
    for (Resource target : app.targets(destination)) {
      String action = ACTIONS.get(target.type());
      if (action != null) {
        into.add(new FailureTarget(user, roles.get(0), destination, target, action));
      }
    }
  }
}
