package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.code.program.SourceMethod;
import org.jspecify.annotations.Nullable;

/** Compared by identity: the records of a lambda are large. */
final class StepKey {

  private final SourceMethod method;
  private final SourceClass self;
  private final Phase phase;
  private final Expression.@Nullable Lambda lambda;

  StepKey(Step step) {
    this.method = step.method();
    this.self = step.self();
    this.phase = step.phase();
    this.lambda = step.lambda().orElse(null);
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // declarations and lambdas are compared by identity
  public boolean equals(@Nullable Object other) {
    return other instanceof StepKey k
        && k.method == method
        && k.self == self
        && k.phase == phase
        && k.lambda == lambda;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * method.hashCode() + self.hashCode()) + phase.hashCode();
  }
}
