package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.code.program.SourceMethod;
import io.github.waserverless.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A method that a handler reaches, with how it is reached. */
public final class Step {

  private final SourceMethod method;
  private final SourceClass self;
  private final Phase phase;
  private final Expression.@Nullable Lambda lambda;
  private final @Nullable Caller first;
  private final List<Caller> callers = new ArrayList<>(1);
  private final int depth;

  /**
   * What calls a method.
   *
   * @param step the method that does
   * @param expression the call, {@code new}, method reference or lambda; empty when it is implied,
   *     as the constructor of a superclass is
   * @param location where
   */
  public record Caller(Step step, Optional<Expression> expression, Location location) {}

  Step(
      SourceMethod method,
      SourceClass self,
      Phase phase,
      Expression.@Nullable Lambda lambda,
      @Nullable Caller first) {
    this.method = method;
    this.self = self;
    this.phase = phase;
    this.lambda = lambda;
    this.first = first;
    this.depth = first == null ? 0 : first.step().depth + 1;
    if (first != null) {
      callers.add(first);
    }
  }

  void calledBy(Caller caller) {
    if (callers.stream().noneMatch(c -> c.location().equals(caller.location()))) {
      callers.add(caller);
    }
  }

  /** The method. */
  public SourceMethod method() {
    return method;
  }

  /** The class of the object whose method it is. */
  public SourceClass self() {
    return self;
  }

  /** When it runs. */
  public Phase phase() {
    return phase;
  }

  /** The only part of the method that runs in this phase: a lambda that was kept. */
  public Optional<Expression.Lambda> lambda() {
    return Optional.ofNullable(lambda);
  }

  /** Everything that calls it; empty when Lambda does. */
  public List<Caller> callers() {
    return callers;
  }

  /** How many calls lead to it. */
  public int depth() {
    return depth;
  }

  /** Whether a site of the method's body runs in this step. */
  @SuppressWarnings("ReferenceEquality") // two lambdas that read alike are not one
  boolean runs(Site site) {
    if (lambda != null) {
      return site.around().all(Surroundings.InLambda.class).anyMatch(l -> l.lambda() == lambda);
    }
    return phase == Phase.INVOKE || site.around().kept().isEmpty();
  }

  /**
   * A place on the way from the entry to here.
   *
   * @param label what is called there
   */
  public record Stop(Location location, String label) {}

  /** The methods on the shortest way from the entry to here, this one last. */
  public List<Step> way() {
    List<Step> way = new ArrayList<>(depth + 1);
    Step step = this;
    while (true) {
      way.add(0, step);
      if (step.first == null) {
        return way;
      }
      step = step.first.step();
    }
  }

  /** The call that leads here on the shortest way. */
  Optional<Caller> first() {
    return Optional.ofNullable(first);
  }

  /** The shortest way from the entry to here. */
  public List<Stop> path() {
    List<Stop> path = new ArrayList<>(depth + 1);
    Step step = this;
    while (step.first != null) {
      String label = step.lambda == null ? step.method.toString() : "a lambda kept for later";
      path.add(0, new Stop(step.first.location(), label));
      step = step.first.step();
    }
    path.add(0, new Stop(step.method.location(), step.method.toString()));
    return path;
  }

  @Override
  public String toString() {
    return phase + " " + method;
  }
}
