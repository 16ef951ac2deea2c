package io.github.waserverless.sarif;

import io.github.waserverless.report.JsonWriter;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rules of a run, each with its index: those that ran, and others that something came from. */
final class Rules {

  private final List<Descriptor> descriptors;
  private final Map<String, Integer> indexes = new HashMap<>();

  private Rules(List<Descriptor> descriptors) {
    this.descriptors = descriptors;
    for (int i = 0; i < descriptors.size(); i++) {
      indexes.put(descriptors.get(i).info().id(), i);
    }
  }

  static Rules of(Invocation invocation, List<Result> results) {
    Map<String, Descriptor> byId = new TreeMap<>(Comparator.naturalOrder());
    for (Rule rule : invocation.rules()) {
      byId.put(rule.info().id(), Descriptor.of(rule, invocation.version()));
    }
    for (Result result : results) {
      RuleInfo rule = result.main().rule();
      byId.computeIfAbsent(rule.id(), id -> Descriptor.of(rule));
    }
    return new Rules(List.copyOf(byId.values()));
  }

  int indexOf(RuleInfo rule) {
    Integer index = indexes.get(rule.id());
    if (index == null) {
      throw new IllegalArgumentException("not of this run: " + rule.id());
    }
    return index;
  }

  /** The member {@code rules} of the driver. */
  void write(JsonWriter json) throws IOException {
    json.array(
        "rules",
        () -> {
          for (Descriptor descriptor : descriptors) {
            descriptor.write(json);
          }
        });
  }
}
