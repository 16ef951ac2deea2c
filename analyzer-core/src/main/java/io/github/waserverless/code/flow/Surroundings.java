package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a place in a method lies in: branches, loops, tries, lambdas, the innermost first. */
public final class Surroundings {

  /** The body of a method, with nothing around. */
  public static final Surroundings NONE = new Surroundings(null, null);

  private final @Nullable Construct construct;
  private final @Nullable Surroundings outer;

  /** Something that a place may lie in. */
  public sealed interface Construct {}

  /**
   * A branch.
   *
   * @param condition what was tested, by an if, a question mark or an if that left before
   * @param holds whether the place is only reached when it holds, or only when it does not
   */
  public record Branch(Expression condition, boolean holds) implements Construct {}

  /** One case of a switch. */
  public record Case(Statement.Switch of, Statement.Branch branch) implements Construct {}

  /** A loop. */
  public record Looped(Statement.Loop loop) implements Construct {}

  /** The body of a try. */
  public record Tried(Statement.Try of) implements Construct {}

  /** A catch. */
  public record Caught(Statement.Catch by, Statement.Try of) implements Construct {}

  /** A finally. */
  public record Last(Statement.Try of) implements Construct {}

  /**
   * A lambda.
   *
   * @param passedTo the call that it is an argument of
   * @param kept whether it is stored or returned, not called at once
   */
  public record InLambda(Expression.Lambda lambda, Optional<Expression.Call> passedTo, boolean kept)
      implements Construct {}

  private Surroundings(@Nullable Construct construct, @Nullable Surroundings outer) {
    this.construct = construct;
    this.outer = outer;
  }

  Surroundings within(Construct inner) {
    return new Surroundings(inner, this);
  }

  /** All of them, the innermost first. */
  public List<Construct> all() {
    List<Construct> all = new ArrayList<>();
    for (Surroundings s = this; s != null; s = s.outer) {
      if (s.construct != null) {
        all.add(s.construct);
      }
    }
    return all;
  }

  /** Those of a kind, the innermost first. */
  public <T extends Construct> Stream<T> all(Class<T> kind) {
    return all().stream().filter(kind::isInstance).map(kind::cast);
  }

  /** Whether the place lies in something of a kind. */
  public boolean inside(Class<? extends Construct> kind) {
    return all(kind).findFirst().isPresent();
  }

  /** The outermost lambda that is kept to be called later. */
  public Optional<Expression.Lambda> kept() {
    return all(InLambda.class)
        .filter(InLambda::kept)
        .map(InLambda::lambda)
        .reduce((inner, outermost) -> outermost);
  }
}
