package io.github.waserverless.engine;

import io.github.waserverless.source.Location;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values for the parameters of templates, as the AWS tools write them: the list of the
 * CloudFormation CLI, the {@code Parameters} of CodePipeline, or a plain map in JSON or YAML.
 */
public final class ParameterFile {

  private static final String FORMS =
      "expected a list of ParameterKey and ParameterValue, or a map of names to values";

  private ParameterFile() {}

  /** The values by the names of their parameters. */
  public static Map<String, String> read(Path path) throws InvalidInput {
    Value root = InputFile.read(path);
    Map<String, String> values = new LinkedHashMap<>();
    if (root instanceof Sequence list) {
      for (Value item : list.items()) {
        addPair(item, values);
      }
      return values;
    }
    if (!(root instanceof Mapping mapping)) {
      throw invalid(root.location(), FORMS);
    }
    Mapping named = mapping.get("Parameters").orElse(null) instanceof Mapping m ? m : mapping;
    for (Mapping.Entry entry : named.entries()) {
      values.put(entry.name(), text(entry.value()));
    }
    return values;
  }

  private static void addPair(Value item, Map<String, String> values) throws InvalidInput {
    if (item instanceof Scalar scalar && scalar.raw().indexOf('=') > 0) {
      int equals = scalar.raw().indexOf('=');
      values.put(scalar.raw().substring(0, equals), scalar.raw().substring(equals + 1));
      return;
    }
    Optional<Mapping> pair =
        item instanceof Mapping mapping ? Optional.of(mapping) : Optional.empty();
    Optional<Value> key = pair.flatMap(p -> p.get("ParameterKey"));
    Optional<Value> value = pair.flatMap(p -> p.get("ParameterValue"));
    if (key.isEmpty()) {
      throw invalid(item.location(), FORMS);
    }
    // UsePreviousValue: what the stack has now is not in the file.
    if (value.isPresent()) {
      values.put(text(key.get()), text(value.get()));
    }
  }

  private static String text(Value value) throws InvalidInput {
    if (value instanceof Scalar scalar) {
      return scalar.raw();
    }
    if (value instanceof Sequence list) {
      List<String> items = new ArrayList<>();
      for (Value item : list.items()) {
        items.add(text(item));
      }
      return String.join(",", items);
    }
    throw invalid(value.location(), "expected a text as the value of a parameter");
  }

  private static InvalidInput invalid(Location place, String why) {
    return new InvalidInput(place + ": " + why);
  }
}
