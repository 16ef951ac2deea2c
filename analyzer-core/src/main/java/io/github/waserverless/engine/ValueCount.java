package io.github.waserverless.engine;

import io.github.waserverless.app.Application;
import io.github.waserverless.template.Case;
import io.github.waserverless.template.Reference;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Template;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;

/** Counts the values that declared resources set: known, referring to resources, or not known. */
final class ValueCount {

  private final Template template;
  private int known;
  private int references;
  private int unknown;

  private ValueCount(Template template) {
    this.template = template;
  }

  static Analysis.Values of(Application application) {
    Analysis.Values all = Analysis.Values.NONE;
    for (Template template : application.templates()) {
      ValueCount count = new ValueCount(template);
      template.resources().values().stream()
          .filter(Resource::declared)
          .forEach(r -> r.body().get("Properties").ifPresent(count::add));
      all = all.and(new Analysis.Values(count.known, count.references, count.unknown));
    }
    return all;
  }

  private void add(Value value) {
    if (value instanceof Mapping mapping) {
      mapping.entries().forEach(e -> add(e.value()));
    } else if (value instanceof Sequence sequence) {
      sequence.items().forEach(this::add);
    } else if (value instanceof Intrinsic call) {
      addCall(call);
    } else {
      known++;
    }
  }

  private void addCall(Intrinsic call) {
    boolean isKnown =
        Setting.of(template.scope(), call).cases().stream()
            .map(Case::value)
            .noneMatch(ValueCount::isOpen);
    if (isKnown) {
      known++;
    } else if (Reference.in(call).stream().anyMatch(r -> template.resource(r.name()).isPresent())) {
      references++;
    } else {
      unknown++;
    }
  }

  private static boolean isOpen(Value value) {
    if (value instanceof Mapping mapping) {
      return mapping.entries().stream().anyMatch(e -> isOpen(e.value()));
    }
    if (value instanceof Sequence sequence) {
      return sequence.items().stream().anyMatch(ValueCount::isOpen);
    }
    return !(value instanceof Scalar);
  }
}
