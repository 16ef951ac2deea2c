package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A value that a method may return.
 *
 * @param type its type as precisely as the sources tell it, not as the method declares it
 * @param value what is returned
 * @param step the method that makes it: the one that was asked for, or one that it calls
 */
public record Returned(TypeName type, Expression value, Step step) {

  private static final int DEEPEST = 6;

  /** Types that say little about what an object is. */
  private static final Set<String> VAGUE =
      Set.of("", "var", "java.lang.Object", "java.io.Serializable", "java.util.Optional");

  /** Whether a type does not tell what its objects are. */
  public static boolean isVague(TypeName type) {
    return VAGUE.contains(type.name()) || (!type.name().contains(".") && type.name().length() < 3);
  }

  /** All values that a reached method may return. */
  static List<Returned> by(Step step, Reachability reach) {
    List<Returned> all = new ArrayList<>();
    collect(step, reach, DEEPEST, all);
    return List.copyOf(all);
  }

  private static void collect(Step step, Reachability reach, int depth, List<Returned> into) {
    reach
        .body(step)
        .sites(Site.ReturnSite.class)
        .filter(r -> !r.around().inside(Surroundings.InLambda.class))
        .flatMap(r -> r.statement().value().stream())
        .forEach(value -> add(value, step, new Search(reach, depth), into));
  }

  private record Search(Reachability reach, int depth) {}

  private static void add(Expression value, Step step, Search search, List<Returned> into) {
    Body body = search.reach().body(step);
    TypeName type = body.type(value);
    if (value instanceof Expression.Conditional c) {
      add(c.whenTrue(), step, search, into);
      add(c.whenFalse(), step, search, into);
    } else if (!isVague(type) || search.depth() == 0) {
      into.add(new Returned(type, value, step));
    } else if (!further(value, step, search, into)) {
      into.add(new Returned(type, value, step));
    }
  }

  /** What a local variable was set to, or what a method in the sources returns. */
  private static boolean further(Expression value, Step step, Search search, List<Returned> into) {
    Body body = search.reach().body(step);
    List<Expression> assigned =
        body.variable(value)
            .filter(v -> v.kind() == Variable.Kind.LOCAL)
            .map(Variable::values)
            .orElse(List.of());
    Search deeper = new Search(search.reach(), search.depth() - 1);
    assigned.forEach(v -> add(v, step, deeper, into));
    List<Step> called = called(value, step, search);
    List<Returned> results = new ArrayList<>();
    called.forEach(s -> collect(s, search.reach(), search.depth() - 1, results));
    if (results.stream().allMatch(r -> isVague(r.type()))) {
      given(value).forEach(v -> add(v, step, deeper, results));
      results.removeIf(
          r -> isVague(r.type()) && results.stream().anyMatch(o -> !isVague(o.type())));
    }
    into.addAll(results);
    return !assigned.isEmpty() || !results.isEmpty();
  }

  private static List<Step> called(Expression value, Step step, Search search) {
    return search
        .reach()
        .body(step)
        .site(value, Site.CallSite.class)
        .map(call -> new Dispatch(search.reach().bodies()).targets(call, step))
        .orElse(List.of())
        .stream()
        .flatMap(t -> search.reach().steps(t.method()).stream().limit(1))
        .toList();
  }

  /** What lambdas return that are passed to a method which gives back what it is given. */
  private static List<Expression> given(Expression value) {
    return value instanceof Expression.Call call
        ? call.arguments().stream()
            .filter(Expression.Lambda.class::isInstance)
            .flatMap(l -> Yields.of(((Expression.Lambda) l).body()).stream())
            .toList()
        : List.of();
  }

  /** Where it is made. */
  public Location location() {
    return value.location();
  }
}
