package io.github.waserverless.code.flow;

import io.github.waserverless.code.Statement;
import java.util.List;

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
}
