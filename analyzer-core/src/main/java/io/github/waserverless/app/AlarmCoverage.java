package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import java.util.List;
import java.util.stream.Stream;

/** Which alarms tell that something of an application fails or falls behind. */
public final class AlarmCoverage {

  private final Application app;
  private final LogGroups groups;

  /** The coverage of an application. */
  public AlarmCoverage(Application app) {
    this.app = app;
    this.groups = LogGroups.in(app);
  }

  /** The alarms that may watch a metric of a resource, of all such resources included. */
  public List<Resource> of(Resource resource, HealthMetric metric) {
    return app.alarms(resource).stream()
        .filter(alarm -> alarm.mayWatch(resource, metric, app))
        .map(Alarm::resource)
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
