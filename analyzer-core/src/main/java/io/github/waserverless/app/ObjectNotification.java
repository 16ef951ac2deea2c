package io.github.waserverless.app;

import io.github.waserverless.code.flow.Data;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a bucket tells a function of.
 *
 * @param bucket the bucket
 * @param setting the notification configuration
 */
public record ObjectNotification(Resource bucket, Setting setting) {

  /** The notifications of a bucket to a function. */
  public static List<ObjectNotification> of(
      Resource bucket, LambdaFunction function, Application app) {
    return app.<Resource, ObjectNotification>index(
            ObjectNotification.class,
            bucket.template() + ' ' + bucket.logicalId(),
            () -> Index.of(all(bucket), n -> app.meant(n.setting().get("Function"))))
        .of(function.resource());
  }

  private static List<ObjectNotification> all(Resource bucket) {
    return bucket.property("NotificationConfiguration", "LambdaConfigurations").items().stream()
        .map(n -> new ObjectNotification(bucket, n))
        .toList();
  }

  /** Whether it tells of an event as S3 names it: {@code ObjectCreated:Put}. */
  public Truth tells(String event) {
    return setting.get("Event").is(written -> covers(written, event));
  }

  private static boolean covers(String written, String event) {
    String name = written.startsWith("s3:") ? written.substring(3) : written;
    return name.endsWith("*")
        ? event.startsWith(name.substring(0, name.length() - 1))
        : name.equals(event);
  }

  /** Whether it has no filter. */
  public Truth takesEveryKey() {
    return setting.get("Filter").absent();
  }

  /** Whether its filter lets a key through that the code makes. */
  public Truth takes(Data key) {
    Truth taken = Truth.YES;
    for (Setting rule : setting.get("Filter", "S3Key", "Rules").items()) {
      taken = taken.and(takes(rule, key));
    }
    return setting.get("Filter").absent().or(taken);
  }

  private static Truth takes(Setting rule, Data key) {
    Optional<String> end =
        rule.get("Name").text().certain().map(name -> name.toLowerCase(Locale.ROOT));
    Optional<String> text = rule.get("Value").text().certain();
    if (end.isEmpty() || text.isEmpty()) {
      return Truth.UNKNOWN;
    }
    boolean first = end.get().equals("prefix");
    return ObjectKey.of(key).stream()
        .map(k -> first ? k.beginsWith(text.get()) : k.endsWith(text.get()))
        .map(known -> known.map(Truth::of).orElse(Truth.UNKNOWN))
        .reduce(Truth::or)
        .orElse(Truth.UNKNOWN);
  }
}
