package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which log groups functions write to, and which of them a template manages. */
public final class LogGroups {

  private static final String OF_FUNCTIONS = "/aws/lambda/";
  private static final String NAME = "LogGroupName";
  private static final List<String> TYPES = List.of("AWS::Logs::LogGroup", "Custom::LogRetention");
  private static final List<String> STAGES =
      List.of("AWS::ApiGateway::Stage", "AWS::ApiGatewayV2::Stage");

  private final Application app;
  private final Map<Resource, Integer> declared = new HashMap<>();
  private final NamesAlike<Resource> byName;
  private final Map<Resource, List<Resource>> byFunction = new HashMap<>();
  private final Set<Resource> written = new HashSet<>();

  private LogGroups(Application app) {
    this.app = app;
    List<Resource> groups = TYPES.stream().flatMap(t -> app.resources(t).stream()).toList();
    groups.forEach(group -> declared.put(group, declared.size()));
    this.byName = new NamesAlike<>(groups, group -> group.property(NAME).renderings());
    for (LambdaFunction function : app.allFunctions()) {
      List<Resource> found = search(function);
      byFunction.put(function.resource(), found);
      if (!function.vended()) {
        written.addAll(found);
      }
    }
  }

  /** The log groups of an application. */
  public static LogGroups in(Application app) {
    return app.once(LogGroups.class, () -> new LogGroups(app));
  }

  /**
   * The log groups that may be a function's, and the CDK's custom resources that set the retention
   * of one.
   */
  public List<Resource> of(LambdaFunction function) {
    return byFunction.getOrDefault(function.resource(), List.of());
  }

  private List<Resource> search(LambdaFunction function) {
    Set<Resource> found = new HashSet<>(app.targets(configured(function)));
    found.retainAll(declared.keySet());
    TYPES.forEach(type -> found.addAll(app.referring(function.resource(), type, NAME)));
    function.property("FunctionName").renderings().stream()
        .map(OF_FUNCTIONS::concat)
        .flatMap(byName::of)
        .forEach(found::add);
    List<Resource> ordered = new ArrayList<>(found);
    ordered.sort((one, two) -> Integer.compare(order(one), order(two)));
    return ordered;
  }

  private int order(Resource group) {
    return declared.getOrDefault(group, 0);
  }

  /** Whether a function logs to a group that Lambda creates by itself, without a retention. */
  public Truth unmanaged(LambdaFunction function) {
    return configured(function).absent().and(app.lacks(function.resource(), of(function)));
  }

  private static Setting configured(LambdaFunction function) {
    return function.property("LoggingConfig", "LogGroup");
  }

  /** Whether a function or an API writes to a group, so that people look into it. */
  public boolean servesTraffic(Resource group) {
    return written.contains(group) || STAGES.stream().anyMatch(stages -> logs(stages, group));
  }

  private boolean logs(String stages, Resource group) {
    return Stream.of("AccessLogSetting", "AccessLogSettings")
        .anyMatch(key -> !app.referring(group, stages, key, "DestinationArn").isEmpty());
  }

  /** Whether a custom resource of the CDK sets the retention of a group. */
  public boolean hasCustomRetention(Resource group) {
    return !app.referring(group, "Custom::LogRetention", "LogGroupName").isEmpty();
  }
}
