package io.github.waserverless.rules.observability;

import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.template.Setting;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Recognises a tracer that takes the place of X-Ray: by its layer, wrapper or variables. */
final class OtherTracer {

  private static final Pattern PRODUCT =
      Pattern.compile(
          "(?i).*(opentelemetry|otel|datadog|dd-trace|new-?relic|dynatrace|lumigo|elastic-apm"
              + "|epsagon|splunk-apm|honeycomb|instana|thundra|appdynamics|sentry).*");
  private static final Pattern VARIABLE =
      Pattern.compile(
          "(DD|NEW_RELIC|DT|OTEL|LUMIGO|ELASTIC_APM|EPSAGON|SPLUNK|HONEYCOMB|INSTANA|THUNDRA)_.*");

  private OtherTracer() {}

  static boolean traces(LambdaFunction function) {
    boolean configured =
        function.environment().entries().stream()
            .anyMatch(variable -> VARIABLE.matcher(variable.name()).matches());
    return configured
        || Stream.concat(
                function.property("Layers").items().stream(),
                Stream.of(
                    function.property("Handler"),
                    function.environment().get("AWS_LAMBDA_EXEC_WRAPPER")))
            .anyMatch(OtherTracer::namesOne);
  }

  private static boolean namesOne(Setting setting) {
    return setting.renderings().stream().anyMatch(text -> PRODUCT.matcher(text).matches());
  }
}
