package io.github.waserverless.app;

import io.github.waserverless.source.Notice;
import io.github.waserverless.template.Documents.LocalFile;
import io.github.waserverless.template.LocalDocument;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The OpenAPI document of an API, wherever it stands: in the template or in a file beside it. */
final class ApiDocument {

  private static final List<String> APIS =
      List.of("AWS::ApiGateway::RestApi", "AWS::ApiGatewayV2::Api");
  private static final List<String> FILES = List.of("DefinitionUri", "BodyS3Location");

  private ApiDocument() {}

  /** The document; absent where an API has none, not known where it cannot be read. */
  static Setting of(Resource api) {
    Setting written = written(api);
    return isFile(api) ? LocalDocument.at(written) : written.document();
  }

  private static Setting written(Resource api) {
    return file(api).map(api::property).orElseGet(() -> api.property("Body"));
  }

  private static boolean isFile(Resource api) {
    return file(api).isPresent();
  }

  /** The property that names a file, if that is where the document is. */
  private static Optional<String> file(Resource api) {
    return api.property("Body").present().canHold()
        ? Optional.empty()
        : FILES.stream().filter(p -> api.property(p).present().canHold()).findFirst();
  }

  /** Whose routes were not looked at, and why. */
  static List<Notice> notices(Application app) {
    List<Notice> notices = new ArrayList<>();
    for (String type : APIS) {
      for (Resource api : app.resources(type)) {
        List<Value> read = of(api).values();
        if (!read.isEmpty() && read.stream().noneMatch(Mapping.class::isInstance)) {
          Setting written = written(api);
          notices.add(
              Notice.notLookedAt(
                  written.place(),
                  "the routes of %s were not looked at: its document %s"
                      .formatted(api.name(), why(written))));
        }
      }
    }
    return notices;
  }

  private static String why(Setting written) {
    if (written.get("Key").present().canHold() && !written.entries().isEmpty()) {
      return "is an object in S3";
    }
    Optional<String> path =
        written.values().stream().flatMap(value -> path(value).stream()).findFirst();
    if (path.isEmpty()) {
      return "is not known before deployment";
    }
    LocalFile file = written.scope().documents().file(path.get());
    return path.get()
        + " "
        + (file.content().isPresent() ? "is neither YAML nor JSON" : file.problem());
  }

  /** The path that a property has, or that it includes. */
  private static Optional<String> path(Value value) {
    if (value instanceof Intrinsic call
        && call.is("Transform")
        && call.argument() instanceof Mapping include
        && include.get("Parameters").orElse(null) instanceof Mapping parameters) {
      return parameters.get("Location").flatMap(ApiDocument::path);
    }
    return value instanceof Scalar text ? Optional.of(text.raw()) : Optional.empty();
  }
}
