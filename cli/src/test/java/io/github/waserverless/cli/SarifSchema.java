package io.github.waserverless.cli;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The schema of the OASIS standard. */
final class SarifSchema {

  private static final JsonSchema SCHEMA = read();

  private SarifSchema() {}

  private static JsonSchema read() {
    try (InputStream in =
        Objects.requireNonNull(
            SarifSchema.class.getResourceAsStream("/sarif/sarif-schema-2.1.0.json"))) {
      SchemaValidatorsConfig formats =
          SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
      return JsonSchemaFactory.getInstance(VersionFlag.V4).getSchema(in, formats);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What in a log is against the schema. */
  static List<String> violations(String log) {
    return SCHEMA.validate(log, InputFormat.JSON).stream()
        .map(ValidationMessage::getMessage)
        .toList();
  }
}
