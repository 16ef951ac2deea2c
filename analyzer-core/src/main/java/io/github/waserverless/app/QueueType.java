package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.Set;

/** Whether a queue or topic is a FIFO or a standard one. */
public final class QueueType {

  private static final String FIFO = ".fifo";

  private QueueType() {}

  /** Whether a queue or topic of the application is a FIFO one; nothing else is. */
  public static Truth isFifo(Resource resource) {
    return switch (resource.type()) {
      case "AWS::SQS::Queue" -> isFifo(resource, "FifoQueue", "QueueName");
      case "AWS::SNS::Topic" -> isFifo(resource, "FifoTopic", "TopicName");
      default -> Truth.NO;
    };
  }

  /** The name must tell too, so it tells where nothing else does. */
  private static Truth isFifo(Resource resource, String property, String name) {
    Setting stated = resource.property(property);
    boolean named = resource.property(name).isLike(QueueType::isFifoName).alwaysHolds();
    return stated.absent().alwaysHolds() && named ? Truth.YES : stated.isTrue();
  }

  /** Whether an ARN names a FIFO queue or topic, declared here or not. */
  public static Truth isFifo(Setting arn, Application app) {
    Set<Resource> declared = app.targets(arn);
    return declared.isEmpty()
        ? arn.isLike(QueueType::isFifoName)
        : declared.stream().map(QueueType::isFifo).reduce(Truth.NO, Truth::or);
  }

  /** Whether a queue or topic of this name can only be a FIFO one. */
  static boolean isFifoName(String name) {
    return name.endsWith(FIFO);
  }
}
