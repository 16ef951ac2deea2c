package io.github.waserverless.code.flow;

import io.github.waserverless.code.Statement;
import java.util.List;

/** Whether a statement always leaves what it stands in. */
final class Leaving {

  private Leaving() {}

  static boolean always(Statement statement) {
    if (statement instanceof Statement.Block block) {
      List<Statement> inner = block.statements();
      return !inner.isEmpty() && always(inner.get(inner.size() - 1));
    }
    return statement instanceof Statement.Return
        || statement instanceof Statement.Throw
        || statement instanceof Statement.Jump;
  }
}
