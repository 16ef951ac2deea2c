package io.github.waserverless.fuzz;

import io.github.waserverless.source.Location;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Changes one value of a tree, by choices: each is a number below the one that it is asked for. */
final class Graft {

  static final List<String> FUNCTIONS =
      List.of(
          "Ref",
          "GetAtt",
          "Sub",
          "Join",
          "If",
          "Select",
          "Split",
          "FindInMap",
          "ImportValue",
          "Equals",
          "And",
          "Or",
          "Not",
          "Condition",
          "ToJsonString",
          "Length",
          "Transform",
          "Base64",
          "Cidr",
          "GetAZs",
          "ForEach::X",
          "GetStackOutput");

  private static final Location NOWHERE = Location.startOf("");

  private final Stock stock;
  private final IntUnaryOperator choices;
  private int until;

  Graft(Stock stock, IntUnaryOperator choices) {
    this.stock = stock;
    this.choices = choices;
  }

  /** The tree with another value at one place. */
  Value on(Value root) {
    until = choices.applyAsInt(count(root));
    return at(root);
  }

  private static int count(Value value) {
    int count = 1;
    if (value instanceof Mapping mapping) {
      for (Mapping.Entry entry : mapping.entries()) {
        count += count(entry.value());
      }
    } else if (value instanceof Sequence sequence) {
      for (Value item : sequence.items()) {
        count += count(item);
      }
    } else if (value instanceof Intrinsic call) {
      count += count(call.argument());
    }
    return count;
  }

  private Value at(Value value) {
    if (until-- == 0) {
      return changed(value);
    }
    if (value instanceof Mapping mapping) {
      return new Mapping(
          mapping.entries().stream().map(e -> new Mapping.Entry(e.key(), at(e.value()))).toList(),
          NOWHERE);
    }
    if (value instanceof Sequence sequence) {
      return new Sequence(sequence.items().stream().map(this::at).toList(), NOWHERE);
    }
    return value instanceof Intrinsic call
        ? new Intrinsic(call.function(), at(call.argument()), NOWHERE)
        : value;
  }

  private <T> T one(List<T> of) {
    return of.get(choices.applyAsInt(of.size()));
  }

  private Value changed(Value value) {
    return switch (choices.applyAsInt(6)) {
      case 0 -> one(stock.values());
      case 1 -> new Intrinsic(one(FUNCTIONS), one(List.of(value, one(stock.values()))), NOWHERE);
      case 2 -> new Intrinsic(one(FUNCTIONS), list(one(stock.values()), value), NOWHERE);
      case 3 ->
          new Intrinsic(
              "If", list(Scalar.text("IsProd", NOWHERE), value, one(stock.values())), NOWHERE);
      case 4 -> list(value, one(stock.values()));
      default -> larger(value);
    };
  }

  private Value larger(Value value) {
    if (!(value instanceof Mapping mapping)) {
      return one(stock.values());
    }
    List<Mapping.Entry> entries = new ArrayList<>(mapping.entries());
    entries.add(choices.applyAsInt(entries.size() + 1), one(stock.entries()));
    return new Mapping(entries, NOWHERE);
  }

  private static Sequence list(Value... values) {
    return new Sequence(List.of(values), NOWHERE);
  }
}
