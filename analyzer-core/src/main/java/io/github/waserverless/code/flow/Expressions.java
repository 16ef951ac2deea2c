package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All expressions in a statement, those in lambdas included, in the order of the source. */
public final class Expressions {

  private final List<Expression> found = new ArrayList<>();

  private Expressions() {}

  /** Those in a statement. */
  public static List<Expression> in(Statement statement) {
    Expressions all = new Expressions();
    all.statement(statement);
    return all.found;
  }

  /** Those in an expression, itself included. */
  public static List<Expression> in(Expression expression) {
    Expressions all = new Expressions();
    all.expression(expression);
    return all.found;
  }

  /** Those of one kind. */
  public static <T extends Expression> Stream<T> in(Statement statement, Class<T> kind) {
    return in(statement).stream().filter(kind::isInstance).map(kind::cast);
  }

  private void expression(Expression expression) {
    found.add(expression);
    if (expression instanceof Expression.Lambda lambda) {
      statement(lambda.body());
    } else if (expression instanceof Expression.SwitchValue value) {
      statement(value.statement());
    } else {
      expression.children().forEach(this::expression);
    }
  }

  private void statement(Statement statement) {
    if (statement instanceof Statement.Block block) {
      block.statements().forEach(this::statement);
    } else if (statement instanceof Statement.Local local) {
      local.value().ifPresent(this::expression);
    } else if (statement instanceof Statement.Evaluate e) {
      expression(e.expression());
    } else if (statement instanceof Statement.Return r) {
      r.value().ifPresent(this::expression);
    } else if (statement instanceof Statement.Throw t) {
      expression(t.value());
    } else if (statement instanceof Statement.If branch) {
      expression(branch.condition());
      statement(branch.whenTrue());
      branch.whenFalse().ifPresent(this::statement);
    } else {
      compound(statement);
    }
  }

  private void compound(Statement statement) {
    if (statement instanceof Statement.Loop loop) {
      loop.before().forEach(this::statement);
      loop.over().ifPresent(this::expression);
      statement(loop.body());
      loop.after().forEach(this::statement);
    } else if (statement instanceof Statement.Try attempt) {
      attempt.resources().forEach(this::statement);
      statement(attempt.body());
      attempt.catches().forEach(c -> statement(c.body()));
      attempt.last().ifPresent(this::statement);
    } else if (statement instanceof Statement.Switch choice) {
      expression(choice.selector());
      for (Statement.Branch branch : choice.branches()) {
        branch.labels().forEach(this::expression);
        branch.guard().ifPresent(this::expression);
        branch.statements().forEach(this::statement);
      }
    }
  }
}
