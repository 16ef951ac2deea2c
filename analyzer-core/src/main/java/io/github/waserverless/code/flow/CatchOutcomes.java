package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.Statement;
import io.github.waserverless.code.flow.CatchBlock.Outcome;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.flow.Site.CatchSite;
import io.github.waserverless.code.flow.Site.CreationSite;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Tells what catches do about what they catch. */
final class CatchOutcomes {

  private static final int DEEPEST = 4;
  private static final Set<String> TEXTS =
      Set.of("java.lang.String", "java.io.StringWriter", "java.io.PrintWriter");

  private final Reachability reach;
  private final Dispatch dispatch;

  CatchOutcomes(Reachability reach) {
    this.reach = reach;
    this.dispatch = new Dispatch(reach.bodies());
  }

  Outcome of(Reached<CatchSite> caught) {
    Statement.Catch block = caught.site().statement();
    Set<Expression> returned = returned(block.body());
    Step step = caught.step();
    boolean onlyTold =
        reach.body(step).sites().stream()
            .filter(s -> isIn(s, block))
            .filter(s -> !isReturned(s, returned))
            .allMatch(s -> isTold(s, step, DEEPEST));
    if (!onlyTold || isKept(block.body(), step) || isTested(caught.site().of(), step)) {
      return Outcome.HANDLED;
    }
    return returned.isEmpty() ? Outcome.TOLD : Outcome.RETURNED;
  }

  /** Whether a metric counts what is caught. */
  boolean measures(Reached<CatchSite> caught) {
    return reach
        .body(caught.step())
        .sites(CallSite.class)
        .filter(c -> isIn(c, caught.site().statement()))
        .anyMatch(c -> Telemetry.is(c) && !LogCall.is(c));
  }

  @SuppressWarnings("ReferenceEquality") // two catches that read alike are not one
  private static boolean isIn(Site site, Statement.Catch block) {
    return site.around().all(Surroundings.Caught.class).anyMatch(c -> c.by() == block);
  }

  /** The expressions in what the block returns; a plain null stands for no failure. */
  private Set<Expression> returned(Statement.Block block) {
    Set<Expression> all = Collections.newSetFromMap(new IdentityHashMap<>());
    Yields.of(block).stream()
        .filter(
            v -> !(v instanceof Expression.Literal l && l.kind() == Expression.LiteralKind.NULL))
        .forEach(v -> all.addAll(Expressions.in(v)));
    return all;
  }

  private static boolean isReturned(Site site, Set<Expression> returned) {
    return (site instanceof CallSite call && returned.contains(call.expression()))
        || (site instanceof CreationSite creation && returned.contains(creation.expression()));
  }

  /** Whether a call does more than to look at something or to tell of it. */
  boolean isWork(CallSite call, Step step) {
    List<Dispatch.Target> targets = dispatch.targets(call, step);
    return targets.isEmpty() ? Telemetry.isWork(call) : !isTold(call, step, DEEPEST);
  }

  private boolean isTold(Site site, Step step, int depth) {
    if (site instanceof Site.ThrowSite || site instanceof Site.FieldWrite) {
      return false;
    }
    if (site instanceof CreationSite creation) {
      String type = creation.type().name();
      return TEXTS.contains(type) || type.endsWith("Exception");
    }
    if (!(site instanceof CallSite call) || Telemetry.is(call)) {
      return true;
    }
    List<Dispatch.Target> targets = dispatch.targets(call, step);
    return targets.isEmpty()
        ? Telemetry.looks(call)
        : targets.stream().allMatch(t -> isTold(t, step, depth));
  }

  private boolean isTold(Dispatch.Target target, Step from, int depth) {
    Step step = new Step(target.method(), target.self(), from.phase(), null, null);
    return depth > 0
        && reach.bodies().of(target.method()).sites().stream()
            .allMatch(s -> isTold(s, step, depth - 1));
  }

  /** Whether the block sets a variable that is used for more than to tell of it. */
  private boolean isKept(Statement.Block block, Step step) {
    Body body = reach.body(step);
    return Expressions.in(block, Expression.Assignment.class)
        .anyMatch(
            a -> body.variable(a.target()).map(v -> VariableUses.matter(v, body)).orElse(true));
  }

  /** Whether what the try sets tells afterwards that it failed. */
  @SuppressWarnings("ReferenceEquality") // the same text elsewhere is another try
  private boolean isTested(Statement.Try attempt, Step step) {
    Body body = reach.body(step);
    Set<Variable> set = Collections.newSetFromMap(new IdentityHashMap<>());
    Expressions.in(attempt.body(), Expression.Assignment.class)
        .forEach(a -> body.variable(a.target()).ifPresent(set::add));
    return !set.isEmpty()
        && body.sites(Site.BranchSite.class)
            .filter(b -> b.around().all(Surroundings.Tried.class).noneMatch(t -> t.of() == attempt))
            .flatMap(b -> Expressions.in(b.tested()).stream())
            .anyMatch(e -> body.variable(e).filter(set::contains).isPresent());
  }
}
