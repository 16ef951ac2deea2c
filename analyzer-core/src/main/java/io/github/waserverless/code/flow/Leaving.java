package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a statement always leaves what it stands in. */
final class Leaving {

  private Leaving() {}

  /** Whether a statement in it returns, or leaves a loop. */
  static boolean sometimes(Statement statement) {
    if (statement instanceof Statement.Block block) {
      return block.statements().stream().anyMatch(Leaving::sometimes);
    }
    if (statement instanceof Statement.If branch) {
      return sometimes(branch.whenTrue())
          || branch.whenFalse().filter(Leaving::sometimes).isPresent();
    }
    return statement instanceof Statement.Return
        || (statement instanceof Statement.Jump jump && !jump.isContinue());
  }

  static boolean always(Statement statement) {
    if (statement instanceof Statement.Block block) {
      List<Statement> inner = block.statements();
      return !inner.isEmpty() && always(inner.get(inner.size() - 1));
    }
    return statement instanceof Statement.Return
        || statement instanceof Statement.Throw
        || statement instanceof Statement.Jump;
  }

  /** Whether a loop whose body is a statement is left once an expression in it was evaluated. */
  static boolean after(Expression expression, Statement body) {
    return after(expression, List.of(body)).orElse(false);
  }

  /** Empty when the statements just end. */
  private static Optional<Boolean> after(Expression expression, List<Statement> statements) {
    for (int i = 0; i < statements.size(); i++) {
      if (contains(statements.get(i), expression)) {
        return inside(expression, statements.get(i)).or(() -> first(statements, expression));
      }
    }
    return Optional.empty();
  }

  private static Optional<Boolean> first(List<Statement> statements, Expression expression) {
    boolean seen = false;
    for (Statement statement : statements) {
      if (seen && always(statement)) {
        return Optional.of(!(last(statement) instanceof Statement.Jump j && j.isContinue()));
      }
      seen |= contains(statement, expression);
    }
    return Optional.empty();
  }

  private static Statement last(Statement statement) {
    return statement instanceof Statement.Block block && !block.statements().isEmpty()
        ? last(block.statements().get(block.statements().size() - 1))
        : statement;
  }

  private static Optional<Boolean> inside(Expression expression, Statement statement) {
    if (statement instanceof Statement.Return || statement instanceof Statement.Throw) {
      return Optional.of(true);
    }
    return parts(statement).stream()
        .filter(p -> p.stream().anyMatch(s -> contains(s, expression)))
        .findFirst()
        .flatMap(p -> after(expression, p));
  }

  /** The lists of statements in a compound one. */
  private static List<List<Statement>> parts(Statement statement) {
    List<List<Statement>> parts = new ArrayList<>();
    if (statement instanceof Statement.Block block) {
      parts.add(block.statements());
    } else if (statement instanceof Statement.If branch) {
      parts.add(List.of(branch.whenTrue()));
      branch.whenFalse().ifPresent(other -> parts.add(List.of(other)));
    } else if (statement instanceof Statement.Try attempt) {
      parts.add(attempt.body().statements());
      attempt.catches().forEach(c -> parts.add(c.body().statements()));
      attempt.last().ifPresent(l -> parts.add(l.statements()));
    } else if (statement instanceof Statement.Switch choice) {
      choice.branches().forEach(b -> parts.add(b.statements()));
    }
    return parts;
  }

  private static boolean contains(Statement statement, Expression expression) {
    return Expressions.in(statement).stream().anyMatch(e -> e == expression);
  }
}
