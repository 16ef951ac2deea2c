package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which alarms tell that something of an application fails or falls behind. */
public final class AlarmCoverage {

  private final Application app;
  private final LogGroups groups;
  private final Map<HealthMetric, List<Alarm>> ofAll = new EnumMap<>(HealthMetric.class);
  private final Map<Resource, Integer> order = new HashMap<>();

  /** The coverage of an application. */
  public AlarmCoverage(Application app) {
    this.app = app;
    this.groups = LogGroups.in(app);
    app.alarms().forEach(alarm -> order.put(alarm.resource(), order.size()));
  }

  /** The alarms that may watch a metric of a resource, of all such resources included. */
  public List<Resource> of(Resource resource, HealthMetric metric) {
    return Stream.concat(
            Alarm.on(resource, app).stream().filter(a -> a.mayWatch(resource, metric, app)),
            ofAll.computeIfAbsent(metric, this::ofAll).stream())
        .map(Alarm::resource)
        .distinct()
        .sorted(Comparator.comparingInt(alarm -> order.getOrDefault(alarm, 0)))
        .toList();
  }

  /** The alarms on a metric of all such resources: of those that exist together, one says it. */
  private List<Alarm> ofAll(HealthMetric metric) {
    Set<List<Object>> seen = new HashSet<>();
    return app.alarms().stream()
        .filter(alarm -> alarm.mayWatchAll(metric))
        .filter(a -> seen.add(List.of(a.resource().template(), a.resource().exists())))
        .toList();
  }

  /**
   * The alarms on the failures of a function: on its own metrics, on what its log tells, or on the
   * responses of the API that is all that invokes it.
   */
  public List<Resource> ofFailures(LambdaFunction function) {
    return Stream.of(
            of(function.resource(), HealthMetric.FUNCTION_FAILURES),
            ofLog(function),
            ofResponses(function))
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  private List<Resource> ofResponses(LambdaFunction function) {
    boolean onlyApi =
        function.triggers().stream().allMatch(t -> t.service() == Service.API_GATEWAY);
    return !onlyApi
        ? List.of()
        : ApiIntegration.of(function, app).stream()
            .flatMap(integration -> integration.api().stream())
            .flatMap(api -> of(api, HealthMetric.API_FAILURES).stream())
            .toList();
  }

  private List<Resource> ofLog(LambdaFunction function) {
    List<Setting> counted =
        groups.of(function).stream()
            .flatMap(group -> filters(group).stream())
            .flatMap(filter -> filter.property("MetricTransformations").items().stream())
            .toList();
    return Alarm.of(counted, app).stream().map(Alarm::resource).toList();
  }

  private List<Resource> filters(Resource group) {
    return app.referring(group, "AWS::Logs::MetricFilter", "LogGroupName");
  }
}
