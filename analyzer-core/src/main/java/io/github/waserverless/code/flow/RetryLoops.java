package io.github.waserverless.code.flow;

import io.github.waserverless.code.Statement;
import java.util.List;
import java.util.stream.Stream;

/** Loops that try something again after it failed. */
final class RetryLoops {

  private RetryLoops() {}

  /** Whether an attempt in a loop ends it when it succeeds, and the loop goes on when it fails. */
  static boolean is(Statement.Loop loop) {
    return attempts(loop.body())
        .anyMatch(
            attempt ->
                Leaving.sometimes(attempt.body())
                    && attempt.catches().stream().anyMatch(RetryLoops::isFailure));
  }

  private static Stream<Statement.Try> attempts(Statement statement) {
    if (statement instanceof Statement.Block block) {
      return block.statements().stream().flatMap(RetryLoops::attempts);
    }
    if (statement instanceof Statement.If branch) {
      return Stream.concat(
          attempts(branch.whenTrue()), branch.whenFalse().stream().flatMap(RetryLoops::attempts));
    }
    return statement instanceof Statement.Try attempt
        ? Stream.concat(Stream.of(attempt), attempts(attempt.body()))
        : Stream.empty();
  }

  /** Somebody who waits may be interrupted, which is no failure of what is tried. */
  private static boolean isFailure(Statement.Catch handler) {
    List<String> types = handler.types().stream().map(t -> t.simpleName()).toList();
    return !types.equals(List.of("InterruptedException")) && !Leaving.always(handler.body());
  }
}
