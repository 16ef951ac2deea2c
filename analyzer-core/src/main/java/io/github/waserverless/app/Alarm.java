package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A CloudWatch alarm: which metrics it watches, alone, in metric math or by Metrics Insights.
 *
 * @param resource the alarm
 * @param metrics the metrics that it names one by one
 * @param expressions metric math and Metrics Insights queries over them or over whole namespaces
 */
public record Alarm(Resource resource, List<Metric> metrics, List<Setting> expressions) {

  /** One metric: {@code Namespace}, {@code MetricName} and {@code Dimensions}. */
  public record Metric(Setting namespace, Setting name, Setting dimensions) {

    private static Metric in(Setting metric) {
      return new Metric(
          metric.get("Namespace"), metric.get("MetricName"), metric.get("Dimensions"));
    }

    /** Whether it is what a metric filter counts ({@code MetricTransformations}). */
    boolean is(Setting counted) {
      return sharesText(name, counted.get("MetricName"))
          && sharesText(namespace, counted.get("MetricNamespace"));
    }

    private static boolean sharesText(Setting one, Setting other) {
      return one.renderings().stream().anyMatch(other.renderings()::contains);
    }

    /** The values of a dimension that is named so, or whose name is not known. */
    private List<Setting> values(String dimension) {
      return dimensions.items().stream()
          .filter(d -> !d.get("Name").is(dimension).neverHolds())
          .map(d -> d.get("Value"))
          .toList();
    }
  }

  static List<Alarm> in(Application app) {
    return app.resources("AWS::CloudWatch::Alarm").stream().map(Alarm::of).toList();
  }

  /** The alarms that may watch a resource by a metric of its own, not one of all such resources. */
  public static List<Alarm> on(Resource watched, Application app) {
    return app.index(
            Alarm.class,
            "",
            () ->
                Index.of(
                    app.alarms(),
                    alarm -> alarm.values().flatMap(app::meant),
                    alarm ->
                        !alarm.expressions.isEmpty()
                            || alarm.values().anyMatch(v -> isUnresolved(v, app))))
        .of(watched);
  }

  /** The alarms on what metric filters count ({@code MetricTransformations}). */
  static List<Alarm> of(List<Setting> counted, Application app) {
    Index<String, Alarm> byMetric =
        app.index(
            Alarm.class,
            "metric",
            () ->
                Index.of(
                    app.alarms(),
                    a -> a.metrics.stream().flatMap(m -> m.name().renderings().stream())));
    return byMetric
        .ofEach(counted.stream().flatMap(c -> c.get("MetricName").renderings().stream()).toList())
        .stream()
        .filter(a -> a.metrics.stream().anyMatch(m -> counted.stream().anyMatch(m::is)))
        .toList();
  }

  /** What its dimensions mean. */
  public Set<Resource> watched(Application app) {
    return values().flatMap(app::meant).collect(Collectors.toSet());
  }

  private Stream<Setting> values() {
    return metrics.stream()
        .flatMap(m -> m.dimensions().items().stream())
        .map(dimension -> dimension.get("Value"));
  }

  private static Alarm of(Resource resource) {
    List<Metric> metrics = new ArrayList<>();
    List<Setting> expressions = new ArrayList<>();
    if (resource.property("MetricName").present().canHold()) {
      metrics.add(
          new Metric(
              resource.property("Namespace"),
              resource.property("MetricName"),
              resource.property("Dimensions")));
    }
    for (Setting query : resource.property("Metrics").items()) {
      if (query.get("MetricStat").present().canHold()) {
        metrics.add(Metric.in(query.get("MetricStat", "Metric")));
      }
      if (query.get("Expression").present().canHold()) {
        expressions.add(query.get("Expression"));
      }
    }
    return new Alarm(resource, List.copyOf(metrics), List.copyOf(expressions));
  }

  /** Its metrics of a resource: those whose dimension means it, whichever way it refers to it. */
  public List<Metric> metricsOf(
      Resource watched, String namespace, String dimension, Application app) {
    return metrics.stream()
        .filter(m -> !m.namespace().is(namespace).neverHolds())
        .filter(m -> m.values(dimension).stream().anyMatch(v -> app.refersTo(v, watched)))
        .toList();
  }

  /** Whether it may watch a resource: by a metric of it, of something not known, or by a query. */
  public boolean mayWatch(Resource watched, String namespace, String dimension, Application app) {
    return metrics.stream()
            .filter(m -> !m.namespace().is(namespace).neverHolds())
            .flatMap(m -> m.values(dimension).stream())
            .anyMatch(v -> app.refersTo(v, watched) || isUnresolved(v, app))
        || expressions.stream()
            .anyMatch(e -> !e.isLike(query -> query.contains(namespace)).neverHolds());
  }

  /** Whether it may watch a metric of a resource, alone or together with others of its kind. */
  public boolean mayWatch(Resource watched, HealthMetric metric, Application app) {
    return metrics.stream()
            .filter(m -> !m.namespace().is(metric.namespace()).neverHolds())
            .filter(m -> !m.name().is(metric.names()::contains).neverHolds())
            .anyMatch(m -> mayBeOf(m, watched, metric, app))
        || expressions.stream()
            .anyMatch(e -> !e.isLike(q -> q.contains(metric.namespace())).neverHolds());
  }

  /** Whether it may watch a metric of all resources that have it. */
  boolean mayWatchAll(HealthMetric metric) {
    return metrics.stream()
        .filter(m -> m.dimensions().items().isEmpty())
        .filter(m -> !m.namespace().is(metric.namespace()).neverHolds())
        .anyMatch(m -> !m.name().is(metric.names()::contains).neverHolds());
  }

  private static boolean mayBeOf(
      Metric metric, Resource watched, HealthMetric kind, Application app) {
    List<Setting> named =
        kind.dimensions().stream().flatMap(d -> metric.values(d).stream()).toList();
    return named.isEmpty()
        ? metric.dimensions().items().isEmpty()
        : named.stream().anyMatch(v -> app.refersTo(v, watched) || isUnresolved(v, app));
  }

  private static boolean isUnresolved(Setting value, Application app) {
    return app.targets(value).isEmpty() && value.text().values().isEmpty();
  }
}
