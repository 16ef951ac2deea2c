package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.Statement;
import java.util.ArrayList;
import java.util.List;

/** The expressions that a block returns or a switch yields. */
final class Yields {

  private Yields() {}

  static List<Expression> of(Statement statement) {
    List<Expression> found = new ArrayList<>();
    collect(statement, found);
    return found;
  }

  private static void collect(Statement statement, List<Expression> found) {
    if (statement instanceof Statement.Return r) {
      r.value().ifPresent(found::add);
    } else if (statement instanceof Statement.Block block) {
      block.statements().forEach(s -> collect(s, found));
    } else if (statement instanceof Statement.If branch) {
      collect(branch.whenTrue(), found);
      branch.whenFalse().ifPresent(s -> collect(s, found));
    } else if (statement instanceof Statement.Loop loop) {
      collect(loop.body(), found);
    } else if (statement instanceof Statement.Try attempt) {
      collect(attempt.body(), found);
      attempt.catches().forEach(c -> collect(c.body(), found));
      attempt.last().ifPresent(l -> collect(l, found));
    } else if (statement instanceof Statement.Switch choice) {
      choice.branches().forEach(b -> b.statements().forEach(s -> collect(s, found)));
    }
  }
}
