package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.Statement;
import io.github.waserverless.source.Location;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a handler does once for each record of its event: in a loop, or in a function for one. */
public final class RecordLoop {

  private final Reached<? extends Site> reached;
  private final Set<Object> bodies = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Step> called = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * @param reached the loop, or the call that gets the function
   * @param bodies the loop's statement, the lambda or the method reference
   */
  RecordLoop(Reached<? extends Site> reached, List<?> bodies, Reachability reach) {
    this.reached = reached;
    this.bodies.addAll(bodies);
    boolean grows = true;
    while (grows) {
      grows = false;
      for (Step step : reach.steps()) {
        grows |= !called.contains(step) && isCalled(step, reach) && called.add(step);
      }
    }
  }

  /** All that a handler does for each record of its event. */
  public static List<RecordLoop> in(Reachability reach, Evaluation values) {
    return new RecordLoops(reach, values).find();
  }

  private boolean isCalled(Step step, Reachability reach) {
    return step.phase() == Phase.INVOKE
        && (step.lambda().filter(bodies::contains).isPresent()
            || step.callers().stream()
                .anyMatch(
                    c ->
                        called.contains(c.step())
                            || c.expression().filter(e -> starts(e, c.step(), reach)).isPresent()));
  }

  private boolean starts(Expression by, Step step, Reachability reach) {
    return bodies.contains(by)
        || reach.body(step).site(by, Site.class).filter(s -> surrounds(s.around())).isPresent();
  }

  private boolean surrounds(Surroundings around) {
    return around.all().stream()
        .anyMatch(
            c ->
                (c instanceof Surroundings.Looped looped && bodies.contains(looped.loop()))
                    || (c instanceof Surroundings.InLambda in && bodies.contains(in.lambda())));
  }

  /** The test that leaves records out before anything is done with them. */
  public Optional<RecordFilter> filter(Reachability reach, Evaluation values) {
    return new RecordFilters(reach, values).of(this);
  }

  /** Whether something in the loop itself only happens for some records. */
  public boolean isForSome(Reached<? extends Site> inside) {
    for (Surroundings.Construct construct : inside.site().around().all()) {
      boolean loop =
          (construct instanceof Surroundings.Looped l && bodies.contains(l.loop()))
              || (construct instanceof Surroundings.InLambda i && bodies.contains(i.lambda()));
      if (loop) {
        return false;
      }
      if (construct instanceof Surroundings.Branch
          || construct instanceof Surroundings.Case
          || construct instanceof Surroundings.Caught) {
        return true;
      }
    }
    return false;
  }

  /** Whether it goes on with the next record after an expression in it was evaluated. */
  public boolean goesOnAfter(Expression expression) {
    return bodies.stream()
        .noneMatch(b -> b instanceof Statement.Loop l && Leaving.after(expression, l.body()));
  }

  /** Whether it tests what the work on an earlier record has left. */
  public boolean remembers(Reachability reach) {
    Body body = reach.body(reached.step());
    return bodies.stream()
        .flatMap(b -> block(b).stream())
        .anyMatch(block -> Memory.isTested(block, body));
  }

  /** The statements that run for one record: of the loop, the lambda or the method. */
  Stream<RecordFilters.Round> rounds(Reachability reach) {
    Stream<RecordFilters.Round> own =
        bodies.stream()
            .flatMap(b -> block(b).stream())
            .map(block -> new RecordFilters.Round(block.statements(), reached.step()));
    Stream<RecordFilters.Round> methods =
        called.stream()
            .filter(
                s ->
                    s.callers().stream()
                        .anyMatch(c -> c.expression().filter(bodies::contains).isPresent()))
            .flatMap(
                s ->
                    s.method().declaration().body().stream()
                        .map(block -> new RecordFilters.Round(block.statements(), s)));
    return Stream.concat(own, methods);
  }

  private static Optional<Statement.Block> block(Object body) {
    if (body instanceof Expression.Lambda lambda) {
      return Optional.of(lambda.body());
    }
    return body instanceof Statement.Loop loop && loop.body() instanceof Statement.Block block
        ? Optional.of(block)
        : Optional.empty();
  }

  /** The loop, or the call that gets the function for one record. */
  public Reached<? extends Site> reached() {
    return reached;
  }

  /** Whether something happens for each record, in the loop itself or in what it calls. */
  public boolean contains(Reached<? extends Site> other) {
    return isIn(other) || other.steps().stream().anyMatch(called::contains);
  }

  /** Whether something stands in the loop itself. */
  public boolean isIn(Reached<? extends Site> other) {
    return surrounds(other.site().around());
  }

  /** Where it is. */
  public Location location() {
    return reached.location();
  }

  @Override
  public String toString() {
    return "for each record at " + location();
  }
}
