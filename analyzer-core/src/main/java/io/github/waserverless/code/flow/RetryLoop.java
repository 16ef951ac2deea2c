package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.Statement;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.source.Location;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A loop that does something again when it fails.
 *
 * @param caught the catch after which it goes on
 * @param bounded whether it gives up at some time
 * @param pause how it waits between two attempts
 */
public record RetryLoop(CatchBlock caught, boolean bounded, Pause pause) {

  /** How long a loop waits before the next attempt. */
  public enum Pause {
    /** Not at all. */
    NONE,
    /** Always the same time. */
    EQUAL,
    /** Longer and longer, or at random. */
    GROWING
  }

  private static final Pattern SLEEP = Pattern.compile("sleep|wait|await|delay\\w*|pause\\w*");
  private static final Pattern BACKOFF = Pattern.compile("(?i).*(back_?off|jitter|delay|wait).*");

  /** All such loops that a handler reaches for an event. */
  static List<RetryLoop> in(Reachability reach) {
    return CatchBlock.in(reach).stream().flatMap(c -> of(c, reach).stream()).toList();
  }

  private static Optional<RetryLoop> of(CatchBlock caught, Reachability reach) {
    Optional<Statement.Loop> loop =
        caught
            .reached()
            .site()
            .around()
            .all(Surroundings.Looped.class)
            .findFirst()
            .map(Surroundings.Looped::loop)
            .filter(l -> !l.isForEach());
    Body body = reach.body(caught.reached().step());
    if (loop.isEmpty() || !goesOn(caught) || !endsOnSuccess(caught, loop.get(), body)) {
      return Optional.empty();
    }
    Statement.Block handling = caught.reached().site().statement().body();
    boolean bounded =
        !isEndless(loop.get())
            || Leaving.sometimes(handling)
            || throwsAtLast(handling, loop.get(), body);
    return Optional.of(new RetryLoop(caught, bounded, pause(loop.get(), body)));
  }

  /** Whether it throws depending on what each round changes: on how often it has tried. */
  private static boolean throwsAtLast(Statement.Block handling, Statement.Loop loop, Body body) {
    return handling.statements().stream()
        .filter(Statement.If.class::isInstance)
        .map(Statement.If.class::cast)
        .filter(
            choice ->
                throwing(choice.whenTrue())
                    || choice.whenFalse().stream().anyMatch(RetryLoop::throwing))
        .flatMap(choice -> Expressions.in(choice.condition()).stream())
        .flatMap(asked -> body.variable(asked).stream())
        .anyMatch(variable -> changes(variable, loop, body));
  }

  private static boolean throwing(Statement statement) {
    return statement instanceof Statement.Throw
        || (statement instanceof Statement.Block block
            && block.statements().stream().anyMatch(RetryLoop::throwing));
  }

  /** A catch that always leaves ends the attempts. */
  private static boolean goesOn(CatchBlock caught) {
    Statement.Block block = caught.reached().site().statement().body();
    Statement last =
        block.statements().isEmpty() ? null : block.statements().get(block.statements().size() - 1);
    return !(last instanceof Statement.Throw)
        && !(last instanceof Statement.Return)
        && !(last instanceof Statement.Jump jump && !jump.isContinue());
  }

  /** The try leaves the loop when nothing failed, or sets what the loop asks for. */
  private static boolean endsOnSuccess(CatchBlock caught, Statement.Loop loop, Body body) {
    Statement.Block tried = caught.reached().site().of().body();
    if (Leaving.sometimes(tried)) {
      return true;
    }
    List<Expression> asked = loop.over().map(Expressions::in).orElse(List.of());
    return Expressions.in(tried, Expression.Assignment.class)
        .flatMap(a -> body.variable(a.target()).stream())
        .anyMatch(
            v -> asked.stream().anyMatch(e -> body.variable(e).filter(x -> x == v).isPresent()));
  }

  private static boolean isEndless(Statement.Loop loop) {
    return loop.over().isEmpty()
        || (loop.over().get() instanceof Expression.Literal literal
            && literal.text().equals("true"));
  }

  private static Pause pause(Statement.Loop loop, Body body) {
    Pause found = Pause.NONE;
    for (Expression.Call call : Expressions.in(loop, Expression.Call.class).toList()) {
      boolean sleeps = SLEEP.matcher(call.name()).matches();
      if (sleeps && call.arguments().stream().allMatch(a -> isConstant(a, loop, body))) {
        found = Pause.EQUAL;
      } else if (sleeps || BACKOFF.matcher(call.name()).matches()) {
        return Pause.GROWING;
      }
    }
    return found;
  }

  /** Whether a value is the same in each round. */
  private static boolean isConstant(Expression argument, Statement.Loop loop, Body body) {
    return Expressions.in(argument).stream()
        .allMatch(
            e ->
                e instanceof Expression.Literal
                    || e instanceof Expression.Operation
                    || body.field(e).filter(f -> f.declaration().isFinal()).isPresent()
                    || body.variable(e).filter(v -> !changes(v, loop, body)).isPresent());
  }

  private static boolean changes(Variable variable, Statement.Loop loop, Body body) {
    return Expressions.in(loop, Expression.Assignment.class)
        .anyMatch(a -> body.variable(a.target()).filter(v -> v == variable).isPresent());
  }

  /** What it tries. */
  public List<Reached<CallSite>> work() {
    return caught.work();
  }

  /** Where it is: at the catch. */
  public Location location() {
    return caught.location();
  }
}
