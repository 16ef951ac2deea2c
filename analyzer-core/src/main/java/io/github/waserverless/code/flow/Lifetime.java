package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.flow.Site.FieldWrite;
import io.github.waserverless.code.flow.Site.ReturnSite;
import io.github.waserverless.code.flow.Surroundings.Branch;
import io.github.waserverless.code.flow.Surroundings.InLambda;
import io.github.waserverless.code.program.SourceField;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells whether an object that is made while an event is handled outlives the event. */
public final class Lifetime {

  private static final Set<String> MEMOISE =
      Set.of(
          "computeIfAbsent",
          "compute",
          "memoize",
          "memoizeWithExpiration",
          "memoized",
          "lazy",
          "concurrent",
          "updateAndGet",
          "getAndUpdate",
          "accumulateAndGet",
          "withInitial",
          "get",
          "synchronizedSupplier");

  private static final Set<String> TESTS =
      Set.of(
          "isNull",
          "nonNull",
          "isPresent",
          "isEmpty",
          "containsKey",
          "isClosed",
          "isOpen",
          "isConnected",
          "isValid",
          "isInitialized",
          "isRunning",
          "isShutdown",
          "compareAndSet",
          "tryLock");

  private final Bodies bodies;

  /** The lifetimes of what a handler makes. */
  public Lifetime(Reachability reach) {
    this.bodies = reach.bodies();
  }

  /** Whether each event makes the object anew, on at least one of the ways that lead there. */
  public boolean endsWithEvent(Expression made, Reached<?> at) {
    return at.phase() == Phase.INVOKE
        && at.steps().stream().anyMatch(s -> isLost(made, at.site().around(), s, new HashSet<>()));
  }

  private boolean isLost(Expression made, Surroundings around, Step step, Set<Step> seen) {
    if (!seen.add(step) || isGuarded(around, step)) {
      return false;
    }
    Body body = bodies.of(step.method());
    Optional<FieldWrite> stored = stored(made, body);
    if (stored.isPresent()) {
      boolean ofNewObject =
          !stored.get().field().isStatic() && isConstruction(step) && !step.callers().isEmpty();
      return ofNewObject && step.callers().stream().anyMatch(c -> isLost(c, seen));
    }
    if (isReturned(made, body)) {
      return step.lambda().isEmpty() && step.callers().stream().anyMatch(c -> isLost(c, seen));
    }
    return isReachedEachTime(step, seen);
  }

  private boolean isLost(Step.Caller caller, Set<Step> seen) {
    if (caller.step().phase() != Phase.INVOKE) {
      return false;
    }
    if (caller.expression().isEmpty()) {
      return caller.step().callers().stream().anyMatch(c -> isLost(c, seen));
    }
    Expression call = caller.expression().get();
    return isLost(call, around(caller.step(), call), caller.step(), seen);
  }

  private boolean isReachedEachTime(Step step, Set<Step> seen) {
    boolean first =
        step.callers().isEmpty()
            || step.callers().stream().anyMatch(c -> c.step().phase() != Phase.INVOKE);
    return first
        || step.callers().stream()
            .filter(c -> c.step().phase() == Phase.INVOKE)
            .filter(
                c ->
                    c.expression().map(e -> !isGuarded(around(c.step(), e), c.step())).orElse(true))
            .anyMatch(c -> seen.add(c.step()) && isReachedEachTime(c.step(), seen));
  }

  private Surroundings around(Step step, Expression expression) {
    return bodies
        .of(step.method())
        .site(expression, Site.class)
        .map(Site::around)
        .orElse(Surroundings.NONE);
  }

  private static boolean isConstruction(Step step) {
    return step.method().toString().startsWith("new ");
  }

  /** The field that an object is put into, at once or by way of a local variable. */
  private static Optional<FieldWrite> stored(Expression made, Body body) {
    return body.sites(FieldWrite.class)
        .filter(w -> w.value().filter(v -> is(v, made, body)).isPresent())
        .findFirst();
  }

  private static boolean isReturned(Expression made, Body body) {
    return body.sites(ReturnSite.class)
        .anyMatch(r -> r.statement().value().filter(v -> is(v, made, body)).isPresent());
  }

  /** Whether an expression stands for the object itself. */
  @SuppressWarnings("ReferenceEquality") // the same text elsewhere makes another object
  private static boolean is(Expression value, Expression made, Body body) {
    if (value == made) {
      return true;
    }
    if (value instanceof Expression.Cast cast) {
      return is(cast.operand(), made, body);
    }
    if (value instanceof Expression.Conditional c) {
      return is(c.whenTrue(), made, body) || is(c.whenFalse(), made, body);
    }
    if (value instanceof Expression.Assignment a) {
      return a.value().filter(v -> is(v, made, body)).isPresent();
    }
    return body.variable(value).stream().flatMap(v -> v.values().stream()).anyMatch(v -> v == made);
  }

  /** Whether a place is only reached when something is not there yet. */
  private boolean isGuarded(Surroundings around, Step step) {
    Body body = bodies.of(step.method());
    return around.all(Branch.class).anyMatch(b -> isTest(b.condition(), body))
        || around.all(InLambda.class).anyMatch(Lifetime::memoises);
  }

  private static boolean memoises(InLambda lambda) {
    return lambda
        .passedTo()
        .filter(call -> MEMOISE.contains(call.name()))
        .filter(call -> !call.name().equals("get") || call.arguments().size() == 2)
        .isPresent();
  }

  private static boolean isTest(Expression condition, Body body) {
    return all(condition)
        .anyMatch(
            e ->
                (e instanceof Expression.Literal l && l.kind() == Expression.LiteralKind.NULL)
                    || (e instanceof Expression.Call c && TESTS.contains(c.name()))
                    || body.field(e).filter(Lifetime::isFlag).isPresent());
  }

  private static boolean isFlag(SourceField field) {
    String type = field.declaration().type().name();
    return type.equals("boolean") || type.endsWith("Boolean");
  }

  private static Stream<Expression> all(Expression expression) {
    return Stream.concat(
        Stream.of(expression), expression.children().stream().flatMap(Lifetime::all));
  }
}
