package io.github.waserverless.rules.api;

import io.github.waserverless.template.Resource;

/** What messages call an API. */
final class ApiName {

  private ApiName() {}

  /** The logical id; the implicit API has none in the template. */
  static String of(Resource api) {
    if (api.declared()) {
      return api.name();
    }
    return api.type().equals("AWS::ApiGateway::RestApi")
        ? "The implicit REST API"
        : "The implicit HTTP API";
  }
}
