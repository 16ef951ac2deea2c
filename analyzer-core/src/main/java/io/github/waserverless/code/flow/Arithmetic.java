package io.github.waserverless.code.flow;

import java.util.List;
import java.util.Optional;

/** Whole numbers in constants. */
final class Arithmetic {

  private Arithmetic() {}

  static Optional<Data> of(String operator, List<Data> operands) {
    Optional<Long> result = Optional.empty();
    for (Data operand : operands) {
      Optional<Long> value = operand.constant().flatMap(Arithmetic::number);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      long next = value.get();
      result = result.isEmpty() ? value : apply(operator, result.get(), next);
      if (result.isEmpty()) {
        return Optional.empty();
      }
    }
    return operands.size() < 2
        ? Optional.empty()
        : result.map(r -> new Data.Constant(Long.toString(r)));
  }

  /** The number that a literal stands for. */
  static Optional<Long> number(String literal) {
    try {
      return Optional.of(Long.parseLong(literal.replace("_", "").replaceAll("[lL]$", "")));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Long> apply(String operator, long a, long b) {
    return switch (operator) {
      case "+" -> Optional.of(a + b);
      case "-" -> Optional.of(a - b);
      case "*" -> Optional.of(a * b);
      case "/" -> b == 0 ? Optional.empty() : Optional.of(a / b);
      default -> Optional.empty();
    };
  }
}
