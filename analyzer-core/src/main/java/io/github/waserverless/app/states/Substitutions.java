package io.github.waserverless.app.states;

import io.github.waserverless.source.Location;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code DefinitionSubstitutions}: what <code>${Name}</code> in a definition stands for. */
final class Substitutions {

  /** How a definition writes a name that is to be replaced. */
  static final Pattern NAME = Pattern.compile("\\$\\{([A-Za-z0-9_.:-]+)}");

  private final List<Mapping.Entry> entries;
  private final boolean complete;
  private final Set<String> used = new HashSet<>();

  private Substitutions(List<Mapping.Entry> entries, boolean complete) {
    this.entries = entries;
    this.complete = complete;
  }

  static Substitutions of(Resource machine) {
    Setting setting = machine.property("DefinitionSubstitutions");
    List<Value> values = setting.values();
    if (values.isEmpty()) {
      return new Substitutions(List.of(), setting.absent().alwaysHolds());
    }
    return values.size() == 1
            && setting.cases().size() == 1
            && values.get(0) instanceof Mapping mapping
            && mapping.entries().stream().noneMatch(e -> e.name().startsWith("Fn::"))
        ? new Substitutions(mapping.entries(), true)
        : new Substitutions(List.of(), false);
  }

  /** What replaces a name; empty when it stays as it is. */
  Optional<Value> value(String name, Location place) {
    used.add(name);
    Optional<Value> value =
        entries.stream().filter(e -> e.name().equals(name)).findFirst().map(Mapping.Entry::value);
    return value.isPresent() || complete
        ? value
        : Optional.of(new Intrinsic("Unknown", Scalar.text(name, place), place));
  }

  /** A text of the definition with its names replaced. */
  Value replaced(Scalar text) {
    if (!text.raw().contains("${")) {
      return text;
    }
    Placeholders placeholders = new Placeholders();
    Matcher names = NAME.matcher(text.raw());
    StringBuilder marked = new StringBuilder();
    while (names.find()) {
      Optional<Value> value = value(names.group(1), text.location());
      String mark = value.map(v -> placeholders.mark(v, 1, false)).orElse(names.group());
      names.appendReplacement(marked, Matcher.quoteReplacement(mark));
    }
    names.appendTail(marked);
    return placeholders.filled(new Scalar(marked.toString(), text.quoted(), text.location()));
  }

  /** The names that the definition does not use. */
  List<Scalar> unused() {
    return entries.stream().map(Mapping.Entry::key).filter(k -> !used.contains(k.raw())).toList();
  }
}
