package io.github.waserverless.rules;

import io.github.waserverless.source.Location;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Templates written in another way that must not matter. */
final class Variation {

  private Variation() {}

  /** Every mapping with its entries in another order. */
  static Value shuffled(Value value, Random random) {
    if (value instanceof Mapping mapping) {
      List<Mapping.Entry> entries = new ArrayList<>();
      mapping
          .entries()
          .forEach(e -> entries.add(new Mapping.Entry(e.key(), shuffled(e.value(), random))));
      if (isSet(mapping)) {
        Collections.shuffle(entries, random);
      }
      return new Mapping(entries, mapping.location());
    }
    if (value instanceof Sequence sequence) {
      return new Sequence(
          sequence.items().stream().map(item -> shuffled(item, random)).toList(),
          sequence.location());
    }
    if (value instanceof Intrinsic call) {
      return new Intrinsic(call.function(), shuffled(call.argument(), random), call.location());
    }
    return value;
  }

  /** Of several entries with one key the last wins, so that their order matters. */
  private static boolean isSet(Mapping mapping) {
    Set<String> keys = new HashSet<>();
    return mapping.entries().stream().allMatch(e -> keys.add(e.name()));
  }

  /** With one more resource, which does nothing, before all others. */
  static Value withOneMore(Value root) {
    if (!(root instanceof Mapping template)) {
      return root;
    }
    List<Mapping.Entry> sections = new ArrayList<>();
    for (Mapping.Entry section : template.entries()) {
      boolean resources = section.name().equals("Resources");
      sections.add(
          resources && section.value() instanceof Mapping mapping
              ? new Mapping.Entry(section.key(), withOneMore(mapping))
              : section);
    }
    return new Mapping(sections, template.location());
  }

  private static Mapping withOneMore(Mapping resources) {
    Location place = resources.location();
    Mapping.Entry type =
        new Mapping.Entry(
            Scalar.text("Type", place),
            Scalar.text("AWS::CloudFormation::WaitConditionHandle", place));
    List<Mapping.Entry> entries = new ArrayList<>();
    entries.add(
        new Mapping.Entry(Scalar.text("OneMore", place), new Mapping(List.of(type), place)));
    entries.addAll(resources.entries());
    return new Mapping(entries, place);
  }
}
