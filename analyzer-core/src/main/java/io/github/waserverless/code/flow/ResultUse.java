package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.Statement;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.flow.Site.ReturnSite;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What becomes of the result of a call. */
public final class ResultUse {

  private static final int DEEPEST = 4;

  /** They wait for a result, or give it as it is. */
  private static final Set<String> WAITS = Set.of("join", "get", "getNow");

  /** They run a function for its effect. */
  private static final Set<String> RUNS =
      Set.of("forEach", "forEachOrdered", "execute", "runAsync", "ifPresent");

  private final Reachability reach;

  /** The results of calls that a handler reaches. */
  public ResultUse(Reachability reach) {
    this.reach = reach;
  }

  /** Whether nobody looks at a result, but for those who read a log. */
  public boolean isIgnored(Reached<CallSite> call) {
    return call.steps().stream()
        .allMatch(step -> isIgnored(call.site().expression(), step, DEEPEST));
  }

  /** The names of the methods that are called on a result and on what these give, one by one. */
  public Set<String> accessors(Reached<CallSite> call) {
    Set<String> names = new LinkedHashSet<>();
    call.steps().forEach(step -> accessors(call.site().expression(), step, DEEPEST, names));
    return names;
  }

  private void accessors(Expression.Call call, Step step, int depth, Set<String> names) {
    Body body = reach.body(step);
    Expression last = call;
    for (Optional<CallSite> next = on(call, body); next.isPresent(); next = on(last, body)) {
      names.add(next.get().name());
      last = next.get().expression();
    }
    Expression end = last;
    body.variables()
        .filter(v -> v.values().size() == 1 && v.values().get(0) == end)
        .forEach(v -> v.uses().forEach(use -> names.add(use.name())));
    boolean returned =
        body.sites(ReturnSite.class)
            .filter(r -> !r.around().inside(Surroundings.InLambda.class))
            .anyMatch(r -> r.statement().value().filter(v -> v == end).isPresent());
    if (returned && depth > 0) {
      for (Step.Caller caller : step.callers()) {
        if (caller.expression().orElse(null) instanceof Expression.Call by) {
          accessors(by, caller.step(), depth - 1, names);
        }
      }
    }
  }

  private static Optional<CallSite> on(Expression scope, Body body) {
    return body.sites(CallSite.class)
        .filter(c -> c.expression().scope().filter(s -> s == scope).isPresent())
        .findFirst();
  }

  private boolean isIgnored(Expression.Call call, Step step, int depth) {
    Body body = reach.body(step);
    Optional<CallSite> site = body.site(call, CallSite.class);
    if (depth == 0 || site.isEmpty()) {
      return false;
    }
    if (site.get().discarded()) {
      return true;
    }
    Optional<CallSite> next = on(call, body);
    if (next.isPresent()) {
      return WAITS.contains(next.get().name())
          && isIgnored(next.get().expression(), step, depth - 1);
    }
    Optional<ReturnSite> returned =
        body.sites(ReturnSite.class)
            .filter(r -> r.statement().value().filter(v -> v == call).isPresent())
            .findFirst();
    return returned.isPresent() ? isIgnored(returned.get(), step, depth) : isOnlyTold(call, body);
  }

  /** What a method returns is ignored when all its callers do so. */
  private boolean isIgnored(ReturnSite returned, Step step, int depth) {
    Optional<Surroundings.InLambda> lambda =
        returned.around().all(Surroundings.InLambda.class).findFirst();
    if (lambda.isPresent()) {
      return lambda.get().passedTo().filter(c -> RUNS.contains(c.name())).isPresent();
    }
    List<Step.Caller> callers = step.callers();
    return !callers.isEmpty()
        && callers.stream()
            .allMatch(
                c ->
                    c.expression().orElse(null) instanceof Expression.Call by
                        && isIgnored(by, c.step(), depth - 1));
  }

  /** Whether it is only logged, or kept in a variable that is only logged. */
  private static boolean isOnlyTold(Expression.Call call, Body body) {
    Statement.Block block = body.method().declaration().body().orElse(null);
    if (block == null) {
      return false;
    }
    boolean logged =
        body.sites(CallSite.class)
            .filter(Telemetry::is)
            .flatMap(c -> c.expression().arguments().stream())
            .flatMap(a -> Expressions.in(a).stream())
            .anyMatch(e -> e == call);
    return logged
        || body.variables()
            .filter(v -> v.kind() == Variable.Kind.LOCAL)
            .filter(v -> v.values().size() == 1 && v.values().get(0) == call)
            .anyMatch(v -> !VariableUses.matter(v, body));
  }
}
