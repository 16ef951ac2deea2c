package io.github.waserverless.sarif;

import io.github.waserverless.engine.SourceRoot;
import io.github.waserverless.report.JsonWriter;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Subject;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.Span;
import java.io.IOException;
import java.util.Optional;

/** Places in files, and the resources and methods that are there. */
final class Locations {

  /** What URIs are relative to: the top of the checkout. */
  static final String ROOT = "%SRCROOT%";

  private static final String CALL = "/";

  private final SourceRoot root;
  private final Regions regions;

  Locations(SourceRoot root, Regions regions) {
    this.root = root;
    this.regions = regions;
  }

  /** The place of a finding, with all resources that it is about. */
  void writePrimary(Finding finding, JsonWriter json) throws IOException {
    Location location = finding.location();
    json.object(
        () -> {
          json.object(
              "physicalLocation",
              () -> {
                writeArtifact(location.file(), json);
                regions.writePrimary(location.file(), location.span(), json);
              });
          json.array("logicalLocations", () -> writeLogical(finding, json));
        });
  }

  /** A related place that messages link to by its id. */
  void writeRelated(int id, Place place, JsonWriter json) throws IOException {
    json.object(
        () -> {
          json.member("id", id);
          writePhysical(place.location(), json);
          json.object("message", () -> json.member("text", place.label()));
        });
  }

  /** A place with a message, as the member {@code location}. */
  void write(Location location, String message, JsonWriter json) throws IOException {
    json.object(
        "location",
        () -> {
          writePhysical(location, json);
          json.object("message", () -> json.member("text", message));
        });
  }

  /** A place; the start of a file means all of it. */
  void writePhysical(Location location, JsonWriter json) throws IOException {
    json.object(
        "physicalLocation",
        () -> {
          writeArtifact(location.file(), json);
          if (!location.span().equals(Span.FILE_START)) {
            regions.write(location.span(), json);
          }
        });
  }

  /** The member {@code artifactLocation}. */
  void writeArtifact(String file, JsonWriter json) throws IOException {
    String name = root.nameOf(file);
    json.object(
        "artifactLocation",
        () -> {
          json.member("uri", Uris.of(name));
          if (!Uris.isAbsolute(name)) {
            json.member("uriBaseId", ROOT);
          }
        });
  }

  private void writeLogical(Finding finding, JsonWriter json) throws IOException {
    Optional<String> member = member(finding);
    if (member.isPresent()) {
      String name = member.get();
      json.object(
          () ->
              json.member("name", name.substring(name.lastIndexOf('.') + 1))
                  .member("fullyQualifiedName", name)
                  .member("kind", "member"));
    }
    // Classes of the same name in several files are one to a viewer.
    for (Logical place : finding.subjects().stream().map(this::logical).distinct().toList()) {
      json.object(
          () ->
              json.member("name", place.name())
                  .member("fullyQualifiedName", place.qualifiedName())
                  .member("kind", place.kind()));
    }
  }

  private record Logical(String name, String qualifiedName, String kind) {}

  /** A resource by its template and its id there, a class that no template deploys by its name. */
  private Logical logical(Subject subject) {
    String file = subject.location().file();
    String id = subject.constructPath().orElse(subject.logicalId());
    return isJava(file)
        ? new Logical(subject.logicalId(), id, "type")
        : new Logical(subject.logicalId(), root.nameOf(file) + "/" + id, "resource");
  }

  private static boolean isJava(String file) {
    return file.endsWith(".java");
  }

  /** The class and method that a finding in code is in. */
  private static Optional<String> member(Finding finding) {
    String element = finding.anchor().element();
    if (!isJava(finding.location().file()) || element.isEmpty()) {
      return Optional.empty();
    }
    int call = element.indexOf(CALL);
    return Optional.of(call < 0 ? element : element.substring(0, call));
  }
}
