package io.github.waserverless.code.flow;

import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.library.SdkOperation;
import io.github.waserverless.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a value comes from, as far as the sources tell. */
public sealed interface Data {

  /** A value that is written in the code. */
  record Constant(String text) implements Data {}

  /** A constant of a library's class, or of an enum. */
  record Symbol(TypeName type, String name) implements Data {}

  /** An environment variable, and what replaces it when it is not set. */
  record Environment(String name, Optional<Data> fallback) implements Data {}

  /**
   * The event of the handler, or what accessors get from it.
   *
   * @param path the accessors as they are called: {@code getRecords}, {@code getBody}
   */
  record Event(List<String> path) implements Data {

    /** The accessor that was called last; empty for the event itself. */
    public String last() {
      return path.isEmpty() ? "" : path.get(path.size() - 1);
    }
  }

  /** The handler's {@code Context}, or what accessors get from it. */
  record Invocation(List<String> path) implements Data {

    /** The accessor that was called last; empty for the context itself. */
    public String last() {
      return path.isEmpty() ? "" : path.get(path.size() - 1);
    }
  }

  /** What a value that differs from run to run is made of. */
  enum Source {
    RANDOM,
    TIME
  }

  /** A value that differs from run to run. */
  record Generated(Source source, Location location) implements Data {}

  /** What an operation of AWS returned. */
  record Response(SdkOperation operation, Location location) implements Data {}

  /** A text of several parts. */
  record Joined(List<Data> parts) implements Data {

    /** The name in an ARN, a URL or a qualified name: its only part that is not constant. */
    public Optional<Data> named() {
      List<Data> open = parts.stream().filter(p -> !(p instanceof Constant)).toList();
      return open.size() == 1 && isSeparated(parts.indexOf(open.get(0)))
          ? Optional.of(open.get(0))
          : Optional.empty();
    }

    private boolean isSeparated(int index) {
      boolean before = index == 0 || isSeparator(parts.get(index - 1), false);
      boolean after = index == parts.size() - 1 || isSeparator(parts.get(index + 1), true);
      return before && after;
    }

    private static boolean isSeparator(Data constant, boolean first) {
      String text = ((Constant) constant).text();
      char at = text.isEmpty() ? ' ' : text.charAt(first ? 0 : text.length() - 1);
      return at == ':' || at == '/';
    }
  }

  /** Computed from other values: {@code by} is the method or operator. */
  record Derived(String by, List<Data> from) implements Data {}

  /** One of several values, as branches or callers decide. */
  record OneOf(List<Data> alternatives) implements Data {}

  /** The elements of a collection. */
  record Elements(List<Data> items) implements Data {}

  /** An object with what it was given: a request, a map, a bean. */
  record Built(TypeName type, List<Property> properties) implements Data {

    /** What a property was set to. */
    public Optional<Data> property(String name) {
      List<Data> values =
          properties.stream().filter(p -> p.name().equals(name)).map(Property::value).toList();
      return values.isEmpty() ? Optional.empty() : Optional.of(oneOf(values));
    }
  }

  /**
   * A property of an object, or an entry of a map.
   *
   * @param name its name; of a map's entry the key, empty when it is not constant
   * @param key the key of a map's entry
   * @param location where it is set
   */
  record Property(String name, Data key, Data value, Location location) {}

  /** Nothing is known. */
  record Unknown() implements Data {}

  /** Nothing is known. */
  static Data unknown() {
    return new Unknown();
  }

  /** Null, or no value at all. */
  static Data none() {
    return new OneOf(List.of());
  }

  /** One of several values. */
  static Data oneOf(List<Data> all) {
    List<Data> flat = all.stream().flatMap(d -> d.alternatives().stream()).distinct().toList();
    return flat.size() == 1 ? flat.get(0) : new OneOf(flat);
  }

  /** Texts one after the other. */
  static Data joined(List<Data> parts) {
    List<Data> merged = new ArrayList<>();
    for (Data part : parts) {
      Stream<Data> inner = part instanceof Joined j ? j.parts().stream() : Stream.of(part);
      inner.forEach(p -> append(merged, p));
    }
    return merged.size() == 1 ? merged.get(0) : new Joined(List.copyOf(merged));
  }

  private static void append(List<Data> merged, Data part) {
    int last = merged.size() - 1;
    if (last >= 0 && part instanceof Constant c && merged.get(last) instanceof Constant before) {
      merged.set(last, new Constant(before.text() + c.text()));
    } else {
      merged.add(part);
    }
  }

  /** All values that it may be; none for null. */
  default List<Data> alternatives() {
    return this instanceof OneOf one ? one.alternatives() : List.of(this);
  }

  /** What it consists of or is computed from, down to what is not made of anything else. */
  default Stream<Data> leaves() {
    Stream<Data> inner =
        this instanceof OneOf d
            ? d.alternatives().stream()
            : this instanceof Joined d
                ? d.parts().stream()
                : this instanceof Derived d
                    ? d.from().stream()
                    : this instanceof Elements d
                        ? d.items().stream()
                        : this instanceof Built d
                            ? d.properties().stream().flatMap(p -> Stream.of(p.key(), p.value()))
                            : Stream.empty();
    boolean composite =
        this instanceof OneOf
            || this instanceof Joined
            || this instanceof Derived
            || this instanceof Elements
            || this instanceof Built;
    return composite ? inner.flatMap(Data::leaves) : Stream.of(this);
  }

  /** Its text, when it is the same constant in all cases. */
  default Optional<String> constant() {
    List<Data> all = alternatives();
    return all.size() == 1 && all.get(0) instanceof Constant c
        ? Optional.of(c.text())
        : Optional.empty();
  }

  /** The constants that it may be. */
  default Set<String> constants() {
    return alternatives().stream()
        .filter(Constant.class::isInstance)
        .map(d -> ((Constant) d).text())
        .collect(Collectors.toSet());
  }

  /** The constant that a text begins with; empty when there is none. */
  default String prefix() {
    return this instanceof Constant c
        ? c.text()
        : this instanceof Joined j && !j.parts().isEmpty() ? j.parts().get(0).prefix() : "";
  }

  /** The environment variables that the whole value may be. */
  default Set<String> environmentVariables() {
    return alternatives().stream()
        .filter(Environment.class::isInstance)
        .map(d -> ((Environment) d).name())
        .collect(Collectors.toSet());
  }

  /** Whether it is made of the event, at least in part. */
  default boolean isFromEvent() {
    return leaves().anyMatch(Event.class::isInstance);
  }

  /** Whether it differs from run to run, at least in part. */
  default boolean isGenerated() {
    return leaves().anyMatch(Generated.class::isInstance);
  }

  /** Whether the code tells everything that it is made of. */
  default boolean isKnown() {
    return leaves().noneMatch(Unknown.class::isInstance);
  }
}
