package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.Statement;
import io.github.waserverless.code.flow.Site.CallSite;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What the value of a variable is used for. */
final class VariableUses {

  private VariableUses() {}

  /** Whether it is used for more than to log it and to count on. */
  static boolean matter(Variable variable, Body body) {
    Statement.Block block = body.method().declaration().body().orElse(null);
    if (block == null || variable.home() != body) {
      return true;
    }
    List<Expression> all = Expressions.in(block);
    Set<Expression> aside = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Expression expression : all) {
      if (expression instanceof Expression.Assignment assignment) {
        aside.add(assignment.target());
      } else if (expression instanceof Expression.Call call && isTelling(call, body)) {
        call.arguments().forEach(a -> aside.addAll(Expressions.in(a)));
      }
    }
    return all.stream()
        .filter(e -> !aside.contains(e))
        .anyMatch(e -> body.variable(e).filter(v -> v == variable).isPresent());
  }

  private static boolean isTelling(Expression.Call call, Body body) {
    return body.site(call, CallSite.class).filter(Telemetry::is).isPresent();
  }
}
