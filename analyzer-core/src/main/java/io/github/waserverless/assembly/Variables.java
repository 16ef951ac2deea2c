package io.github.waserverless.assembly;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.Expression.Assignment;
import io.github.waserverless.code.Expression.Call;
import io.github.waserverless.code.Expression.Member;
import io.github.waserverless.code.Expression.Name;
import io.github.waserverless.code.JavaField;
import io.github.waserverless.code.JavaMethod;
import io.github.waserverless.code.Statement;
import io.github.waserverless.code.flow.Expressions;
import io.github.waserverless.code.program.SourceClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the variables and fields of a class hold, where only one value is ever assigned. */
final class Variables {

  private final Map<String, List<Expression>> values = new HashMap<>();

  Variables(SourceClass owner) {
    for (JavaField field : owner.declaration().fields()) {
      field.value().ifPresent(value -> add(field.name(), value));
    }
    for (JavaMethod method : owner.declaration().methods()) {
      method.body().ifPresent(this::statement);
      method.body().stream()
          .flatMap(body -> Expressions.in(body, Assignment.class))
          .forEach(this::assignment);
    }
  }

  private void add(String name, Expression value) {
    values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
  }

  private void assignment(Assignment assignment) {
    if (assignment.value().isPresent()) {
      if (assignment.target() instanceof Name name) {
        add(name.id(), assignment.value().get());
      } else if (assignment.target() instanceof Member member) {
        add(member.name(), assignment.value().get());
      }
    }
  }

  private void statement(Statement statement) {
    if (statement instanceof Statement.Local local) {
      local.value().ifPresent(value -> add(local.name(), value));
    } else if (statement instanceof Statement.Block block) {
      block.statements().forEach(this::statement);
    } else if (statement instanceof Statement.If branch) {
      statement(branch.whenTrue());
      branch.whenFalse().ifPresent(this::statement);
    } else if (statement instanceof Statement.Loop loop) {
      statement(loop.body());
    } else if (statement instanceof Statement.Try attempt) {
      statement(attempt.body());
    }
  }

  /** What is created for a variable: of a chain of calls, what the chain begins with. */
  Optional<Expression> value(String name) {
    List<Expression> found = values.getOrDefault(name, List.of());
    return found.size() == 1 ? Optional.of(start(found.get(0))) : Optional.empty();
  }

  private static Expression start(Expression value) {
    Expression start = value;
    while (start instanceof Call call
        && call.scope().isPresent()
        && !(call.name().equals("create") && call.scope().get() instanceof Member)) {
      start = call.scope().get();
    }
    return start;
  }
}
