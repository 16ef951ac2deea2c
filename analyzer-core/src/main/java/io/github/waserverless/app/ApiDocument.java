package io.github.waserverless.app;

import io.github.waserverless.template.LocalDocument;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import java.util.List;

/** The OpenAPI document of an API, wherever it stands: in the template or in a file beside it. */
final class ApiDocument {

  private static final List<String> FILES = List.of("DefinitionUri", "BodyS3Location");

  private ApiDocument() {}

  /** The document; absent where an API has none, not known where it cannot be read. */
  static Setting of(Resource api) {
    Setting body = api.property("Body");
    if (body.present().canHold()) {
      return body.document();
    }
    for (String property : FILES) {
      Setting file = api.property(property);
      if (file.present().canHold()) {
        return LocalDocument.at(file);
      }
    }
    return body;
  }
}
