package io.github.waserverless.template;

import io.github.waserverless.source.Location;
import io.github.waserverless.source.Notice;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes out what {@code Fn::ForEach} repeats over a literal collection, and what {@code
 * AWS::Include} reads from a local file, before anything else looks at the template.
 */
public final class LanguageExtensions {

  private static final String FOR_EACH = "Fn::ForEach::";

  /** Files that include each other end here. */
  private static final int DEEPEST = 10;

  /** What loops may write out: CloudFormation takes 500 resources. */
  private static final int MOST_VALUES = 50_000;

  private static final int LONGEST_ITEM = 2_000;

  private final Mapping root;
  private final Documents documents;
  private final List<Notice> notices;
  private int depth;
  private int repetitions;
  private int values;

  private LanguageExtensions(Mapping root, Documents documents, List<Notice> notices) {
    this.root = root;
    this.documents = documents;
    this.notices = notices;
  }

  /** The template with its loops and includes written out; what cannot be is noticed. */
  public static Mapping expand(Mapping root, Documents documents, List<Notice> notices) {
    return uses(root)
        ? (Mapping) new LanguageExtensions(root, documents, notices).value(root, Map.of())
        : root;
  }

  private static boolean uses(Value value) {
    if (value instanceof Mapping mapping) {
      for (Mapping.Entry e : mapping.entries()) {
        if (e.name().startsWith(FOR_EACH) || e.name().equals("Fn::Transform") || uses(e.value())) {
          return true;
        }
      }
      return false;
    }
    if (value instanceof Sequence sequence) {
      for (Value item : sequence.items()) {
        if (uses(item)) {
          return true;
        }
      }
      return false;
    }
    return value instanceof Intrinsic call && (call.is("Transform") || uses(call.argument()));
  }

  private Value value(Value value, Map<String, String> loop) {
    values += repetitions > 0 ? 1 : 0;
    if (value instanceof Mapping mapping) {
      return mapping(mapping, loop);
    }
    if (value instanceof Sequence sequence) {
      return new Sequence(
          sequence.items().stream().map(item -> value(item, loop)).toList(), sequence.location());
    }
    if (value instanceof Intrinsic call) {
      return call(call, loop);
    }
    return value instanceof Scalar scalar ? replaced(scalar, loop) : value;
  }

  private Value call(Intrinsic call, Map<String, String> loop) {
    if (call.is("Ref") && call.argument() instanceof Scalar name && loop.containsKey(name.raw())) {
      return Scalar.text(loop.getOrDefault(name.raw(), ""), call.location());
    }
    if (call.is("Transform")) {
      Optional<Value> included = included(call.argument());
      if (included.isPresent()) {
        depth++;
        Value whole = value(included.get(), loop);
        depth--;
        return whole;
      }
    }
    return new Intrinsic(call.function(), value(call.argument(), loop), call.location());
  }

  private Mapping mapping(Mapping mapping, Map<String, String> loop) {
    List<Mapping.Entry> entries = new ArrayList<>();
    for (Mapping.Entry entry : mapping.entries()) {
      if (entry.name().startsWith(FOR_EACH)) {
        entries.addAll(repeated(entry, loop));
      } else if (entry.name().equals("Fn::Transform")
          && included(entry.value()).orElse(null) instanceof Mapping included) {
        depth++;
        entries.addAll(mapping(included, loop).entries());
        depth--;
      } else {
        entries.add(new Mapping.Entry(replaced(entry.key(), loop), value(entry.value(), loop)));
      }
    }
    return new Mapping(entries, mapping.location());
  }

  private List<Mapping.Entry> repeated(Mapping.Entry entry, Map<String, String> loop) {
    if (!(entry.value() instanceof Sequence parts)
        || parts.items().size() != 3
        || !(parts.items().get(0) instanceof Scalar name)
        || !(parts.items().get(2) instanceof Mapping body)) {
      return notExpanded(entry.key().location(), "this Fn::ForEach has an unusual shape");
    }
    Optional<List<String>> collection = collection(value(parts.items().get(1), loop));
    if (collection.isEmpty()) {
      return notExpanded(
          entry.key().location(),
          "the collection of this Fn::ForEach is not known before deployment");
    }
    List<Mapping.Entry> entries = new ArrayList<>();
    repetitions++;
    for (String item : collection.get()) {
      if (values > MOST_VALUES || item.length() > LONGEST_ITEM) {
        notExpanded(entry.key().location(), "this Fn::ForEach repeats too much");
        break;
      }
      Map<String, String> inner = new java.util.HashMap<>(loop);
      inner.put(name.raw(), item);
      values++;
      entries.addAll(mapping(body, inner).entries());
    }
    repetitions--;
    return entries;
  }

  private List<Mapping.Entry> notExpanded(Location place, String why) {
    notices.add(Notice.notLookedAt(place, why + ": what it repeats was not looked at"));
    return List.of();
  }

  private Optional<List<String>> collection(Value value) {
    if (value instanceof Sequence items
        && items.items().stream().allMatch(Scalar.class::isInstance)) {
      return Optional.of(items.items().stream().map(i -> ((Scalar) i).raw()).toList());
    }
    if (value instanceof Intrinsic call && call.is("Ref")) {
      return Reference.of(call)
          .flatMap(r -> Scope.section(root, "Parameters").get(r.name()))
          .map(declaration -> new Parameter("", declaration, declaration.location()))
          .filter(Parameter::isList)
          .flatMap(Parameter::defaultValue)
          .map(d -> java.util.Arrays.stream(d.raw().split(",", -1)).map(String::strip).toList());
    }
    return Optional.empty();
  }

  private Optional<Value> included(Value transform) {
    if (depth < DEEPEST
        && transform instanceof Mapping call
        && call.get("Name").orElse(null) instanceof Scalar name
        && name.raw().equals("AWS::Include")
        && call.get("Parameters").orElse(null) instanceof Mapping parameters
        && parameters.get("Location").orElse(null) instanceof Scalar path) {
      return documents.inFile(path);
    }
    return Optional.empty();
  }

  private static Scalar replaced(Scalar scalar, Map<String, String> loop) {
    String text = scalar.raw();
    for (Map.Entry<String, String> variable : loop.entrySet()) {
      text =
          text.replace("${" + variable.getKey() + "}", variable.getValue())
              .replace("&{" + variable.getKey() + "}", alphanumeric(variable.getValue()));
    }
    return text.equals(scalar.raw())
        ? scalar
        : new Scalar(text, scalar.quoted(), scalar.location());
  }

  private static String alphanumeric(String text) {
    return text.replaceAll("[^A-Za-z0-9]", "");
  }
}
