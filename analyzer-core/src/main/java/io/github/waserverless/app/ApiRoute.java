package io.github.waserverless.app;

import io.github.waserverless.app.ApiStage.Protocol;
import io.github.waserverless.source.Location;
import io.github.waserverless.template.Guard;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.List;

/**
 * What an API offers under one method and path, whether a method, a route, a SAM event or an
 * operation of an OpenAPI document declares it.
 *
 * @param api the API
 * @param protocol what kind of API it is
 * @param declaredBy the resource that declares it
 * @param place where that is
 * @param method the HTTP method in capitals, {@code ANY} for all; empty for a WebSocket route
 * @param path the path, or the key of a WebSocket route
 * @param integrationType what kind of backend answers
 * @param backend the URI of what answers
 * @param access who may call it
 * @param validated whether the API checks requests before they reach the backend
 */
public record ApiRoute(
    Resource api,
    Protocol protocol,
    Resource declaredBy,
    Location place,
    String method,
    String path,
    Setting integrationType,
    Setting backend,
    Access access,
    Truth validated) {

  /** The method that stands for all. */
  public static final String ANY = "ANY";

  /**
   * Who may call a route.
   *
   * @param open whether nothing asks who the caller is
   * @param declined whether somebody has written that nothing shall
   */
  public record Access(Truth open, Truth declined) {

    /** What remains where something else may ask, too. */
    Access unless(Truth asked) {
      return new Access(open.and(asked.not()), declined);
    }

    /** The access where both must let a caller in. */
    Access and(Access other) {
      return new Access(open.and(other.open), declined.or(other.declined));
    }
  }

  /** All routes of the APIs of an application. */
  public static List<ApiRoute> of(LambdaFunction function, Application app) {
    return app.index(
            ApiRoute.class, "function", () -> Index.of(in(app), r -> app.meant(r.backend())))
        .of(function.resource());
  }

  /** All routes of an application. */
  public static List<ApiRoute> in(Application app) {
    return app.all(ApiRoute.class, () -> new ApiRoutes(app).all());
  }

  /** {@code GET /orders}, or the key of a route. */
  public String key() {
    return method.isEmpty() ? path : method + " " + path;
  }

  /** When it exists. */
  public Guard exists() {
    return declaredBy.exists();
  }

  /** Whether the API answers by itself, without any backend. */
  public Truth answersItself() {
    return integrationType.is(type -> type.equalsIgnoreCase("MOCK"));
  }

  /** The same route where something else may ask callers, too. */
  ApiRoute unless(Truth asked) {
    return with(access.unless(asked), validated);
  }

  /** What a document and an event say of one route. */
  ApiRoute joined(ApiRoute other) {
    return with(access.and(other.access), validated.or(other.validated));
  }

  private ApiRoute with(Access otherAccess, Truth otherValidated) {
    return new ApiRoute(
        api,
        protocol,
        declaredBy,
        place,
        method,
        path,
        integrationType,
        backend,
        otherAccess,
        otherValidated);
  }
}
