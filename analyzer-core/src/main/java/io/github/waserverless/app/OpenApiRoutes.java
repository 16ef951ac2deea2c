package io.github.waserverless.app;

import io.github.waserverless.app.ApiStage.Protocol;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The routes of an OpenAPI document with API Gateway's extensions.
 *
 * @param api the API
 * @param protocol what kind of API it is
 * @param document its document
 */
record OpenApiRoutes(Resource api, Protocol protocol, Setting document) {

  private static final String EXTENSION = "x-amazon-apigateway-";
  private static final String ANY_METHOD = EXTENSION + "any-method";
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", ANY_METHOD);

  List<ApiRoute> all() {
    List<ApiRoute> routes = new ArrayList<>();
    for (Setting.Named path : document.get("paths").entries()) {
      for (Setting.Named operation : path.setting().entries()) {
        String name = operation.name().toLowerCase(Locale.ROOT);
        if (METHODS.contains(name)) {
          String method = name.equals(ANY_METHOD) ? ApiRoute.ANY : name.toUpperCase(Locale.ROOT);
          routes.add(route(method, path.name(), operation.setting()));
        }
      }
    }
    return routes;
  }

  private ApiRoute route(String method, String path, Setting operation) {
    Setting integration = operation.get(EXTENSION + "integration");
    boolean catchesAll = path.equals("/$default");
    return new ApiRoute(
        api,
        protocol,
        api,
        operation.place(),
        catchesAll ? "" : method,
        catchesAll ? "$default" : path,
        integration.get("type"),
        integration.get("uri"),
        access(operation),
        validated(operation));
  }

  private ApiRoute.Access access(Setting operation) {
    Setting own = operation.get("security");
    Truth written = own.present();
    Truth required =
        written.and(requires(own)).or(written.not().and(requires(document.get("security"))));
    Truth signed = type(operation).or(type(document));
    return new ApiRoute.Access(
        required.or(signed).not(), written.and(requires(own).not()).and(signed.not()));
  }

  private static Truth type(Setting at) {
    Setting type = at.get(EXTENSION + "auth", "type");
    return type.present().and(type.is(t -> t.equalsIgnoreCase("NONE")).not());
  }

  /** One that is empty requires nothing; SAM's {@code NONE} says so. */
  private static Truth requires(Setting security) {
    return security.anyItem(
        requirement ->
            requirement
                .isMapping()
                .and(
                    Truth.of(
                        requirement.entries().stream()
                            .anyMatch(scheme -> !scheme.name().equals("NONE")))));
  }

  private Truth validated(Setting operation) {
    String validator = EXTENSION + "request-validator";
    return operation.get(validator).present().or(document.get(validator).present());
  }
}
