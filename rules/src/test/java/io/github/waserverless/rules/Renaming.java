package io.github.waserverless.rules;

import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Puts a prefix before each logical id of a template, where it is declared and where it is used. A
 * prefix also renames what SAM generates from a logical id.
 */
final class Renaming {

  /** It occurs in no example. */
  static final String PREFIX = "Zq";

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9]+)([.}])");

  private final Set<String> parameters;

  private Renaming(Set<String> parameters) {
    this.parameters = parameters;
  }

  static Value of(Value root) {
    if (!(root instanceof Mapping template) || template.get("Resources").isEmpty()) {
      return root;
    }
    Set<String> parameters = new HashSet<>();
    if (template.get("Parameters").orElse(null) instanceof Mapping declared) {
      declared.entries().forEach(e -> parameters.add(e.name()));
    }
    Renaming renaming = new Renaming(parameters);
    return mapping(template, section -> renaming.section(section));
  }

  private Mapping.Entry section(Mapping.Entry section) {
    if (section.name().equals("Resources") && section.value() instanceof Mapping resources) {
      return new Mapping.Entry(
          section.key(),
          mapping(
              resources,
              e ->
                  new Mapping.Entry(name(e.key()), mapping((Mapping) e.value(), this::attribute))));
    }
    return entry(section);
  }

  private Mapping.Entry attribute(Mapping.Entry attribute) {
    boolean names = attribute.name().equals("DependsOn");
    return names ? new Mapping.Entry(attribute.key(), names(attribute.value())) : entry(attribute);
  }

  private Mapping.Entry entry(Mapping.Entry entry) {
    boolean end = entry.name().equals("Source") || entry.name().equals("Destination");
    if (end && entry.value() instanceof Mapping of && of.get("Id").isPresent()) {
      return new Mapping.Entry(
          entry.key(), mapping(of, e -> new Mapping.Entry(e.key(), firstName(e.value()))));
    }
    return new Mapping.Entry(entry.key(), value(entry.value()));
  }

  private static Mapping mapping(Mapping mapping, UnaryOperator<Mapping.Entry> change) {
    return new Mapping(mapping.entries().stream().map(change).toList(), mapping.location());
  }

  private Value value(Value value) {
    if (value instanceof Mapping mapping) {
      return mapping(mapping, this::entry);
    }
    if (value instanceof Sequence sequence) {
      return new Sequence(sequence.items().stream().map(this::value).toList(), sequence.location());
    }
    if (value instanceof Intrinsic call) {
      return new Intrinsic(call.function(), argument(call), call.location());
    }
    return value;
  }

  private Value argument(Intrinsic call) {
    return switch (call.function()) {
      case "Ref", "GetAtt" -> firstName(call.argument());
      case "Sub" -> substituted(call.argument());
      default -> value(call.argument());
    };
  }

  private Value firstName(Value value) {
    if (value instanceof Sequence list && list.items().get(0) instanceof Scalar first) {
      return new Sequence(
          Stream.concat(Stream.of(name(first)), list.items().stream().skip(1)).toList(),
          list.location());
    }
    return value instanceof Scalar name ? name(name) : value;
  }

  private Value substituted(Value value) {
    if (value instanceof Scalar text) {
      return substituted(text, Set.of());
    }
    List<Value> parts = ((Sequence) value).items();
    Set<String> own = new HashSet<>();
    ((Mapping) parts.get(1)).entries().forEach(e -> own.add(e.name()));
    return new Sequence(
        List.of(substituted((Scalar) parts.get(0), own), value(parts.get(1))), value.location());
  }

  private Scalar substituted(Scalar text, Set<String> own) {
    String renamed =
        VARIABLE
            .matcher(text.raw())
            .replaceAll(found -> Matcher.quoteReplacement(substituted(found, own)));
    return new Scalar(renamed, text.quoted(), text.location());
  }

  private String substituted(MatchResult found, Set<String> own) {
    String name = found.group(1);
    return "${" + (own.contains(name) ? name : name(name)) + found.group(2);
  }

  private Value names(Value value) {
    return value instanceof Sequence list
        ? new Sequence(list.items().stream().map(this::firstName).toList(), list.location())
        : firstName(value);
  }

  private Scalar name(Scalar name) {
    return new Scalar(name(name.raw()), name.quoted(), name.location());
  }

  private String name(String name) {
    boolean other =
        parameters.contains(name) || name.startsWith("AWS::") || name.startsWith("Serverless");
    return other ? name : PREFIX + name;
  }
}
