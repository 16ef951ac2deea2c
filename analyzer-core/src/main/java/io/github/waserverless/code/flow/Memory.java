package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.Statement;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What one round of a loop leaves for the next ones. */
final class Memory {

  private static final Set<String> ADDS = Set.of("add", "addAll", "put");

  private Memory() {}

  /** Whether a loop tests what an earlier round has set or added to. */
  static boolean isTested(Statement loop, Body body) {
    List<Expression> all = Expressions.in(loop);
    Set<Object> left = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Expression expression : all) {
      if (expression instanceof Expression.Assignment assignment) {
        add(assignment.target(), body, left);
      } else if (expression instanceof Expression.Call call && ADDS.contains(call.name())) {
        call.scope().ifPresent(scope -> add(scope, body, left));
      }
    }
    return body.sites(Site.BranchSite.class)
        .map(Site.BranchSite::tested)
        .filter(all::contains)
        .flatMap(tested -> Expressions.in(tested).stream())
        .anyMatch(e -> mentions(e, body, left));
  }

  private static void add(Expression name, Body body, Set<Object> into) {
    body.variable(name).ifPresent(into::add);
    body.field(name).ifPresent(into::add);
  }

  private static boolean mentions(Expression name, Body body, Set<Object> left) {
    return body.variable(name).filter(left::contains).isPresent()
        || body.field(name).filter(left::contains).isPresent();
  }
}
