package io.github.waserverless.rules.events;

import io.github.waserverless.app.Service;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a filter pattern lets no record through. */
final class FilterFlaws {

  private static final String OR = "$or";

  private static final Set<String> OF_ALL =
      Set.of("eventID", "eventName", "eventVersion", "eventSource", "eventSourceARN", "awsRegion");

  /** The fields of a record that a pattern can look at. */
  private static final Map<Service, Set<String>> FIELDS =
      Map.of(
          Service.SQS,
          Set.of("body", "attributes", "messageAttributes", "messageId", "md5OfBody"),
          Service.KINESIS,
          Set.of("data", "partitionKey", "sequenceNumber", "kinesisSchemaVersion"),
          Service.DYNAMODB,
          Set.of("dynamodb", "userIdentity"));

  private static final Set<String> CHANGES = Set.of("INSERT", "MODIFY", "REMOVE");
  private static final List<String> IMAGES = List.of("NewImage", "OldImage", "Keys");
  private static final Set<String> TYPES =
      Set.of("S", "N", "B", "BOOL", "NULL", "M", "L", "SS", "NS", "BS");

  private FilterFlaws() {}

  /** The first flaw of a pattern, as the rest of a sentence that names who has it. */
  static Optional<String> first(Mapping pattern, Service kind) {
    return Stream.of(
            unlisted(pattern),
            foreign(pattern, kind),
            kind == Service.DYNAMODB ? ofTable(pattern) : Optional.<String>empty())
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** A value to compare with stands in a list, even if it is the only one. */
  private static Optional<String> unlisted(Mapping pattern) {
    for (Mapping.Entry entry : pattern.entries()) {
      if (entry.value() instanceof Scalar) {
        return Optional.of(
            "compares %s with a value that is not in a list".formatted(entry.name()));
      }
      Optional<String> inside =
          children(entry).stream().flatMap(child -> unlisted(child).stream()).findFirst();
      if (inside.isPresent()) {
        return inside;
      }
    }
    return Optional.empty();
  }

  private static List<Mapping> children(Mapping.Entry entry) {
    if (entry.value() instanceof Mapping child) {
      return List.of(child);
    }
    return entry.name().equals(OR) && entry.value() instanceof Sequence branches
        ? mappings(branches)
        : List.of();
  }

  private static List<Mapping> mappings(Sequence list) {
    return list.items().stream()
        .filter(Mapping.class::isInstance)
        .map(Mapping.class::cast)
        .toList();
  }

  private static Optional<String> foreign(Mapping pattern, Service kind) {
    Set<String> fields = FIELDS.get(kind);
    List<String> asked = pattern.entries().stream().map(Mapping.Entry::name).toList();
    return fields == null
            || asked.isEmpty()
            || asked.contains(OR)
            || asked.stream().anyMatch(key -> fields.contains(key) || OF_ALL.contains(key))
        ? Optional.empty()
        : Optional.of(
            "looks at %s, which no record of %s has"
                .formatted(String.join(" and ", asked), kind.inWords()));
  }

  private static Optional<String> ofTable(Mapping pattern) {
    Optional<String> change = pattern.get("eventName").flatMap(FilterFlaws::unknownChange);
    if (change.isPresent() || !(pattern.get("dynamodb").orElse(null) instanceof Mapping record)) {
      return change;
    }
    return IMAGES.stream()
        .flatMap(image -> record.get(image).stream())
        .flatMap(image -> attributes(image).stream())
        .findFirst();
  }

  private static Optional<String> unknownChange(Value names) {
    if (!(names instanceof Sequence list)
        || list.items().isEmpty()
        || !list.items().stream()
            .allMatch(name -> name instanceof Scalar s && !CHANGES.contains(s.raw()))) {
      return Optional.empty();
    }
    String written =
        list.items().stream()
            .map(name -> ((Scalar) name).raw())
            .collect(Collectors.joining(" or "));
    return Optional.of("waits for the change %s, which no table reports".formatted(written));
  }

  /** In an image each attribute has the type of its value between its name and its value. */
  private static Optional<String> attributes(Value image) {
    if (!(image instanceof Mapping attributes)) {
      return Optional.empty();
    }
    for (Mapping.Entry attribute : attributes.entries()) {
      Optional<String> flaw =
          attribute.name().equals(OR)
              ? children(attribute).stream().flatMap(c -> attributes(c).stream()).findFirst()
              : attribute(attribute);
      if (flaw.isPresent()) {
        return flaw;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> attribute(Mapping.Entry attribute) {
    if (attribute.value() instanceof Sequence list) {
      return asksForValue(list) ? untyped(attribute) : Optional.empty();
    }
    if (!(attribute.value() instanceof Mapping typed) || typed.entries().isEmpty()) {
      return Optional.empty();
    }
    if (typed.entries().stream().noneMatch(type -> TYPES.contains(type.name()))) {
      return untyped(attribute);
    }
    if (typed.get("N").filter(FilterFlaws::comparesNumbers).isPresent()) {
      return Optional.of(
          "compares %s as a number, which DynamoDB hands over as text".formatted(attribute.name()));
    }
    return typed.get("M").flatMap(FilterFlaws::attributes);
  }

  /** Whether an attribute exists at all can be asked without its type. */
  private static boolean asksForValue(Sequence list) {
    return mappings(list).stream().noneMatch(operator -> operator.get("exists").isPresent());
  }

  private static Optional<String> untyped(Mapping.Entry attribute) {
    return Optional.of("compares %s without the type of its value".formatted(attribute.name()));
  }

  private static boolean comparesNumbers(Value values) {
    return values instanceof Sequence list
        && !list.items().isEmpty()
        && list.items().stream()
            .allMatch(item -> item instanceof Mapping o && o.get("numeric").isPresent());
  }
}
