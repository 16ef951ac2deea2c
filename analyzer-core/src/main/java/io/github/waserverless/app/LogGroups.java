package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which log groups functions write to, and which of them a template manages. */
public final class LogGroups {

  private static final String OF_FUNCTIONS = "/aws/lambda/";
  private static final Pattern HOLE = Pattern.compile("\\$\\{[^}]*}");

  private final Application app;
  private final List<Resource> declared;

  private LogGroups(Application app) {
    this.app = app;
    this.declared =
        Stream.of("AWS::Logs::LogGroup", "Custom::LogRetention")
            .flatMap(type -> app.resources(type).stream())
            .toList();
  }

  /** The log groups of an application. */
  public static LogGroups in(Application app) {
    return new LogGroups(app);
  }

  /**
   * The log groups that may be a function's, and the CDK's custom resources that set the retention
   * of one.
   */
  public List<Resource> of(LambdaFunction function) {
    Setting configured = configured(function);
    return declared.stream()
        .filter(
            group ->
                app.targets(configured).contains(group)
                    || names(group.property("LogGroupName"), function))
        .toList();
  }

  /** Whether a function logs to a group that Lambda creates by itself, without a retention. */
  public Truth unmanaged(LambdaFunction function) {
    return configured(function).absent().and(app.lacks(function.resource(), of(function)));
  }

  private static Setting configured(LambdaFunction function) {
    return function.property("LoggingConfig", "LogGroup");
  }

  private boolean names(Setting name, LambdaFunction function) {
    if (app.refersTo(name, function.resource())) {
      return true;
    }
    List<String> groups = name.renderings();
    return function.property("FunctionName").renderings().stream()
        .map(OF_FUNCTIONS::concat)
        .anyMatch(expected -> groups.stream().anyMatch(g -> mayBeSame(g, expected)));
  }

  /** Whether two names can turn out the same, whatever deployment fills in. */
  private static boolean mayBeSame(String name, String other) {
    return fits(name, other) || fits(other, name);
  }

  private static boolean fits(String name, String pattern) {
    String expression =
        Arrays.stream(HOLE.split(pattern, -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".+"));
    return name.matches(expression);
  }

  /** Whether a function or an API writes to a group, so that people look into it. */
  public boolean servesTraffic(Resource group) {
    return app.functions().stream().anyMatch(f -> of(f).contains(group))
        || Stream.of("AWS::ApiGateway::Stage", "AWS::ApiGatewayV2::Stage")
            .flatMap(type -> app.resources(type).stream())
            .anyMatch(stage -> writesAccessLog(stage, group));
  }

  private boolean writesAccessLog(Resource stage, Resource group) {
    return Stream.of("AccessLogSetting", "AccessLogSettings")
        .anyMatch(key -> app.refersTo(stage.property(key, "DestinationArn"), group));
  }

  /** Whether a custom resource of the CDK sets the retention of a group. */
  public boolean hasCustomRetention(Resource group) {
    return app.resources("Custom::LogRetention").stream()
        .anyMatch(custom -> app.refersTo(custom.property("LogGroupName"), group));
  }
}
