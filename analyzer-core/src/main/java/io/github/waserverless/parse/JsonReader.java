package io.github.waserverless.parse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.Notice;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.source.Span;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads JSON as written. A YAML parser will not do: it rejects tabs and escaped slashes. */
public final class JsonReader {

  private static final int DEEPEST = 500;

  private final String file;
  private final JsonParser json;
  private final List<Notice> notices = new ArrayList<>();

  private JsonReader(String file, JsonParser json) {
    this.file = file;
    this.json = json;
  }

  /** The tree of a file. */
  public static Parsed read(SourceFile source) {
    // From a reader: from bytes, Jackson would count columns in bytes.
    try (JsonParser json = Factory.JSON.createParser(new StringReader(source.text()))) {
      return new JsonReader(source.name(), json).document();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The tree of a text that stands somewhere in a file; every value is placed there. */
  public static Optional<Value> read(String text, Location place) {
    SourceFile source = new SourceFile(java.nio.file.Path.of(""), place.file(), text);
    return read(source).root().map(value -> moved(value, place));
  }

  private static Value moved(Value value, Location place) {
    if (value instanceof Mapping mapping) {
      return new Mapping(
          mapping.entries().stream()
              .map(e -> new Mapping.Entry(e.key().at(place), moved(e.value(), place)))
              .toList(),
          place);
    }
    if (value instanceof Sequence sequence) {
      return new Sequence(
          sequence.items().stream().map(item -> moved(item, place)).toList(), place);
    }
    if (value instanceof io.github.waserverless.tree.Intrinsic call) {
      return new io.github.waserverless.tree.Intrinsic(
          call.function(), moved(call.argument(), place), place);
    }
    return value.at(place);
  }

  private Parsed document() {
    try {
      if (json.nextToken() == null) {
        return new Parsed(Optional.empty(), List.of());
      }
      Value root = value();
      if (json.nextToken() != null) {
        notices.add(
            Notice.unreadable(
                since(json.currentTokenLocation()), "text after the end of the JSON"));
      }
      return Parsed.of(root, notices);
    } catch (JsonProcessingException e) {
      return Parsed.unreadable(Notice.unreadable(place(e.getLocation()), message(e)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String message(JsonProcessingException e) {
    String why = e.getOriginalMessage().lines().findFirst().orElse("unknown problem");
    // What the library says of itself is nothing to its users' users.
    return "not JSON: " + why.replaceAll(", from `[^`]*`| \\(start marker at .*", "");
  }

  private Location place(JsonLocation at) {
    return at == null || at.getLineNr() < 1
        ? Location.startOf(file)
        : new Location(
            file,
            new Span(
                at.getLineNr(),
                Math.max(1, at.getColumnNr()),
                at.getLineNr(),
                Math.max(1, at.getColumnNr())));
  }

  private Value value() throws IOException {
    JsonLocation start = json.currentTokenLocation();
    JsonToken token = json.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return Intrinsics.longForm(new Mapping(entries(), since(start)));
    }
    if (token == JsonToken.START_ARRAY) {
      return new Sequence(items(), since(start));
    }
    return scalar(token == JsonToken.VALUE_STRING);
  }

  private List<Mapping.Entry> entries() throws IOException {
    List<Mapping.Entry> entries = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      Scalar key = key();
      if (!keys.add(key.raw())) {
        notices.add(
            Notice.notLookedAt(
                key.location(),
                "duplicate key " + key.raw() + ": only its last value was looked at"));
      }
      json.nextToken();
      entries.add(new Mapping.Entry(key, value()));
    }
    return entries;
  }

  private List<Value> items() throws IOException {
    List<Value> items = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      items.add(value());
    }
    return items;
  }

  /** The parser has read on to the value when it tells of a key: that is left out. */
  private Scalar key() throws IOException {
    Scalar key = scalar(true);
    Span span = key.location().span();
    int plain = span.startColumn() + key.raw().length() + 2;
    int end = span.onOneLine() ? Math.min(span.endColumn(), plain) : plain;
    return key.at(
        new Location(file, new Span(span.startLine(), span.startColumn(), span.startLine(), end)));
  }

  private Scalar scalar(boolean quoted) throws IOException {
    JsonLocation start = json.currentTokenLocation();
    String raw = json.getText();
    json.finishToken();
    return new Scalar(raw, quoted, since(start));
  }

  private Location since(JsonLocation start) {
    JsonLocation end = json.currentLocation();
    return new Location(
        file, new Span(start.getLineNr(), start.getColumnNr(), end.getLineNr(), end.getColumnNr()));
  }

  /** Made on first use: most runs read no JSON. */
  private static final class Factory {

    private static final JsonFactory JSON =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(1_000_000)
                    .maxNumberLength(10_000)
                    .build())
            .build();
  }
}
