package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;

/** What the {@code Auth} of SAM's APIs and of their events makes of a route. */
final class SamApiAuth {

  private static final String NONE = "NONE";

  private SamApiAuth() {}

  /** Whether an API asks the callers of all its routes unless they say otherwise. */
  static Truth byDefault(Resource api) {
    Setting auth = api.property("Auth");
    Setting authorizer = auth.get("DefaultAuthorizer");
    return authorizer
        .present()
        .and(authorizer.is(NONE).not())
        .or(auth.get("ApiKeyRequired").isTrue());
  }

  /** Who may call the route of an event. */
  static ApiRoute.Access ofEvent(Setting auth, Resource api) {
    Setting authorizer = auth.get("Authorizer");
    Setting key = auth.get("ApiKeyRequired");
    Truth declined = authorizer.is(NONE);
    Truth asked =
        authorizer
            .present()
            .and(declined.not())
            .or(key.isTrue())
            .or(auth.get("ResourcePolicy").present());
    Truth byDefault =
        asksByDefault(api.property("Auth", "DefaultAuthorizer"), declined)
            .or(key.absent().and(api.property("Auth", "ApiKeyRequired").isTrue()));
    Truth documentUnknown = unknownWhen(ApiDocument.of(api));
    return new ApiRoute.Access(
        asked.or(byDefault).or(documentUnknown).not(), declined.or(key.present()));
  }

  private static Truth asksByDefault(Setting authorizer, Truth declined) {
    return authorizer.present().and(authorizer.is(NONE).not()).and(declined.not());
  }

  /** A document that cannot be read may require anything of its routes. */
  private static Truth unknownWhen(Setting document) {
    Truth mapping = document.isMapping();
    return mapping.and(mapping.not());
  }

  /** Whether the API checks the body or the parameters of an event's requests. */
  static Truth validates(Resource method) {
    Setting model = method.property("RequestModel");
    return model.get("ValidateBody").isTrue().or(model.get("ValidateParameters").isTrue());
  }
}
