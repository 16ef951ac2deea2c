package io.github.waserverless.sarif;

import io.github.waserverless.report.JsonWriter;
import io.github.waserverless.rule.Fingerprint;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What results are recognised by in later logs: by GitHub, and by ourselves. */
final class Fingerprints {

  /** Our own. More findings that are one result have theirs under this name with a number. */
  static final String NAME = "waServerless";

  private static final String VERSION = "/v1";

  private final Map<String, SourceFile> sources;
  private final Map<String, List<String>> lines = new HashMap<>();

  Fingerprints(Map<String, SourceFile> sources) {
    this.sources = sources;
  }

  void write(Location location, List<Fingerprint> own, JsonWriter json) throws IOException {
    Optional<String> line = lineHash(location);
    json.object(
        "partialFingerprints",
        () -> {
          if (line.isPresent()) {
            json.member("primaryLocationLineHash", line.get());
          }
          for (int i = 0; i < own.size(); i++) {
            String name = i == 0 ? NAME : NAME + (i + 1);
            json.member(name + VERSION, own.get(i).text());
          }
        });
  }

  private Optional<String> lineHash(Location location) {
    SourceFile source = sources.get(location.file());
    if (source == null) {
      return Optional.empty();
    }
    List<String> hashes =
        lines.computeIfAbsent(source.name(), n -> LineHashes.of(asStored(source)));
    int line = location.span().startLine();
    return line <= hashes.size() ? Optional.of(hashes.get(line - 1)) : Optional.empty();
  }

  /** GitHub hashes a file as UTF-8 with its byte order mark, whatever it is. */
  private static String asStored(SourceFile source) {
    try {
      return new String(Files.readAllBytes(source.path()), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return source.text(); // gone meanwhile, or never there
    }
  }
}
