package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import java.util.List;
import java.util.Optional;

/**
 * A method in which an expression is evaluated.
 *
 * @param arguments what it is called with; empty when all its callers are meant
 * @param caller the frame of these arguments
 */
record Frame(
    Step step, Body body, Optional<List<Expression>> arguments, Optional<Frame> caller, int depth) {

  static Frame of(Step step, Bodies bodies) {
    return new Frame(step, bodies.of(step.method()), Optional.empty(), Optional.empty(), 0);
  }

  /** The frame of a method that is called from here. */
  Frame call(Dispatch.Target target, List<Expression> passed, Bodies bodies) {
    Step step = new Step(target.method(), target.self(), this.step.phase(), null, null);
    return new Frame(
        step, bodies.of(target.method()), Optional.of(passed), Optional.of(this), depth + 1);
  }

  /** The frame of one of the callers. */
  Frame callerOf(Step.Caller from, Bodies bodies) {
    return new Frame(
        from.step(),
        bodies.of(from.step().method()),
        Optional.empty(),
        Optional.empty(),
        depth + 1);
  }
}
