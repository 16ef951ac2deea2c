package io.github.waserverless.fuzz;

import io.github.waserverless.configuration.RuleCatalog;
import io.github.waserverless.fixtures.Example;
import io.github.waserverless.parse.YamlReader;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RulePage;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What templates are put together from: those of all rule pages, and their parts.
 *
 * @param templates each with the other files of its example
 * @param values every value in them, and some that nobody writes
 * @param entries every entry of a mapping in them
 */
record Stock(
    List<Example> examples,
    List<Value> templates,
    List<Value> values,
    List<Mapping.Entry> entries) {

  private static final Location NOWHERE = Location.startOf("");

  private static final List<String> ODD =
      List.of(
          "", "*", "-1", "1e400", "99999999999999999999", "${", "${!x}", "${A.B.C}", "$.", "::");

  /** The examples of the rules on the class path. */
  static Stock ofPages() {
    Stock stock =
        new Stock(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    stock.addOdd();
    for (Rule rule : RuleCatalog.load(Stock.class.getClassLoader()).rules()) {
      Example.in(RulePage.of(rule)).forEach(stock::add);
    }
    return stock;
  }

  private void addOdd() {
    for (String odd : ODD) {
      values.add(Scalar.text(odd, NOWHERE));
    }
    values.add(new Sequence(List.of(), NOWHERE));
    values.add(new Mapping(List.of(), NOWHERE));
    values.add(new Scalar("null", false, NOWHERE));
    for (String function : Graft.FUNCTIONS) {
      values.add(new Intrinsic(function, new Sequence(List.of(), NOWHERE), NOWHERE));
      values.add(new Intrinsic(function, new Mapping(List.of(), NOWHERE), NOWHERE));
    }
  }

  private void add(Example example) {
    String text = example.files().get("template.yaml");
    if (text == null) {
      return;
    }
    YamlReader.read(new SourceFile(Path.of(""), "", text))
        .root()
        .ifPresent(
            template -> {
              Map<String, String> others = new LinkedHashMap<>(example.files());
              others.remove("template.yaml");
              examples.add(new Example(example.heading(), others));
              templates.add(template);
              add(template);
            });
  }

  private void add(Value value) {
    values.add(value);
    if (value instanceof Mapping mapping) {
      entries.addAll(mapping.entries());
    }
    children(value).forEach(this::add);
  }

  private static Stream<Value> children(Value value) {
    if (value instanceof Mapping mapping) {
      return mapping.entries().stream().map(Mapping.Entry::value);
    }
    if (value instanceof Sequence sequence) {
      return sequence.items().stream();
    }
    return value instanceof Intrinsic call ? Stream.of(call.argument()) : Stream.empty();
  }
}
