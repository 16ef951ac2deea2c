package io.github.waserverless.app;

import io.github.waserverless.code.flow.Data;
import io.github.waserverless.code.flow.HttpCall;
import io.github.waserverless.template.Resource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A request by HTTP to an API or a function URL of the application itself.
 *
 * @param call where the code makes it
 * @param variable the environment variable that holds the URL
 * @param api the API or the URL
 * @param functions the functions behind it
 */
public record OwnApiCall(
    HttpCall call, EnvironmentVariable variable, Resource api, List<LambdaFunction> functions) {

  private static final Set<String> APIS =
      Set.of("AWS::ApiGateway::RestApi", "AWS::ApiGatewayV2::Api", "AWS::Lambda::Url");

  /** All requests of a handler whose URL comes from its environment. */
  public static List<OwnApiCall> in(FunctionHandler handler, Application app) {
    List<OwnApiCall> all = new ArrayList<>();
    for (HttpCall call : HttpCall.in(handler.reach(), handler.values())) {
      host(call.url())
          .flatMap(variable -> handler.environment(variable.name()))
          .ifPresent(variable -> add(call, variable, app, all));
    }
    return List.copyOf(all);
  }

  /** The variable that a URL begins with. */
  private static Optional<Data.Environment> host(Data url) {
    return url.alternatives().stream()
        .map(u -> u instanceof Data.Joined text ? first(text) : u)
        .filter(Data.Environment.class::isInstance)
        .map(Data.Environment.class::cast)
        .findFirst();
  }

  private static Data first(Data.Joined text) {
    return text.parts().stream()
        .filter(p -> !(p instanceof Data.Constant c && c.text().matches("https?://")))
        .findFirst()
        .orElseGet(Data::unknown);
  }

  private static void add(
      HttpCall call, EnvironmentVariable variable, Application app, List<OwnApiCall> all) {
    Set<Resource> apis = new LinkedHashSet<>();
    app.targets(variable.value()).stream().filter(r -> APIS.contains(r.type())).forEach(apis::add);
    for (Resource api : apis) {
      List<LambdaFunction> behind = functions(api, app).toList();
      if (!behind.isEmpty()) {
        all.add(new OwnApiCall(call, variable, api, behind));
      }
    }
  }

  private static Stream<LambdaFunction> functions(Resource api, Application app) {
    if (api.type().equals("AWS::Lambda::Url")) {
      return app.targets(api.property("TargetFunctionArn")).stream()
          .flatMap(f -> app.function(f).stream());
    }
    return ApiIntegration.behind(api, app).stream();
  }
}
