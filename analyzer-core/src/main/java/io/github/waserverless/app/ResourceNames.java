package io.github.waserverless.app;

import io.github.waserverless.code.flow.Data;
import io.github.waserverless.template.Resource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The resources that values in a handler's code name. */
final class ResourceNames {

  private static final Set<String> SOURCES =
      Set.of("getBucket", "getEventSourceArn", "getEventSourceARN", "getTopicArn", "getTopic");

  private final Application app;
  private final FunctionHandler handler;

  ResourceNames(Application app, FunctionHandler handler) {
    this.app = app;
    this.handler = handler;
  }

  Set<Resource> of(Data value) {
    Set<Resource> found = new LinkedHashSet<>();
    value.alternatives().forEach(alternative -> collect(alternative, found));
    return found;
  }

  private void collect(Data value, Set<Resource> found) {
    if (value instanceof Data.Environment variable) {
      Optional<EnvironmentVariable> set = handler.environment(variable.name());
      set.ifPresent(v -> found.addAll(app.targets(v.value())));
      if (set.isEmpty()) {
        own(variable.name(), found);
        variable.fallback().ifPresent(f -> found.addAll(of(f)));
      }
    } else if (value instanceof Data.Constant constant) {
      found.addAll(app.links().named(constant.text()));
    } else if (value instanceof Data.Joined text) {
      int before = found.size();
      text.named().ifPresent(part -> collect(part, found));
      if (found.size() == before) {
        found.addAll(app.links().namedLike(pattern(text)));
      }
    } else if (value instanceof Data.Event event
        && event.path().stream().anyMatch(SOURCES::contains)) {
      handler.function().ifPresent(f -> sources(f, found));
    } else if (value instanceof Data.Invocation context
        && context.path().stream()
            .anyMatch(p -> p.equals("getFunctionName") || p.equals("getInvokedFunctionArn"))) {
      handler.function().ifPresent(f -> found.add(f.resource()));
    } else if (value instanceof Data.Response response
        && response.operation().name().equals("getQueueUrl")) {
      handler.sdkCalls("sqs", "getQueueUrl").stream()
          .filter(c -> c.location().equals(response.location()))
          .flatMap(c -> c.argument("queueName").stream())
          .forEach(name -> found.addAll(of(name)));
    }
  }

  /** The text with what is not constant left open, and without the qualifier of a function. */
  private static String pattern(Data.Joined text) {
    String whole =
        text.parts().stream()
            .map(part -> part instanceof Data.Constant c ? c.text() : "${}")
            .collect(Collectors.joining());
    return whole.startsWith("arn:") ? whole : whole.replaceAll(":.*", "");
  }

  /** The runtime itself tells a function its name. */
  private void own(String variable, Set<Resource> found) {
    if (variable.equals("AWS_LAMBDA_FUNCTION_NAME")) {
      handler.function().ifPresent(f -> found.add(f.resource()));
    }
  }

  /** What the events of a function come from. */
  private void sources(LambdaFunction function, Set<Resource> found) {
    for (Trigger trigger : function.triggers()) {
      Resource by = trigger.declaredBy();
      switch (trigger.service()) {
        case S3 -> {
          if (by.type().equals("AWS::S3::Bucket")) {
            found.add(by);
          }
        }
        case SNS -> found.addAll(app.targets(by.property("TopicArn"), "AWS::SNS::Topic"));
        default -> found.addAll(polled(by));
      }
    }
  }

  private List<Resource> polled(Resource mapping) {
    return app.triggers().polled(mapping);
  }
}
