package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A read of the environment.
 *
 * @param names the variables that it may read; none when only the event or something else unknown
 *     decides
 * @param hasFallback whether {@code getOrDefault} replaces what is not set
 */
public record EnvironmentRead(Set<String> names, boolean hasFallback, Reached<CallSite> reached) {

  /** All reads of the environment that a handler reaches. */
  public static List<EnvironmentRead> in(Reachability reach, Evaluation values) {
    List<EnvironmentRead> reads = new ArrayList<>();
    reach.sites(CallSite.class).filter(r -> isRead(r.site())).forEach(r -> add(r, values, reads));
    return List.copyOf(reads);
  }

  private static void add(Reached<CallSite> call, Evaluation values, List<EnvironmentRead> reads) {
    List<Expression> arguments = call.site().expression().arguments();
    reads.add(
        new EnvironmentRead(
            values.of(arguments.get(0), call).constants(), arguments.size() > 1, call));
  }

  private static boolean isRead(CallSite call) {
    if (call.expression().arguments().isEmpty()) {
      return false;
    }
    return call.calls("java.lang.System", "getenv")
        || ((call.name().equals("get") || call.name().equals("getOrDefault"))
            && isOfEnvironment(call));
  }

  /** Whether it is a call on the map of all variables. */
  private static boolean isOfEnvironment(CallSite call) {
    return call.expression().scope().isPresent()
        && call.expression().scope().get() instanceof Expression.Call inner
        && inner.name().equals("getenv")
        && inner.arguments().isEmpty();
  }

  /** The variables that the code asks for before it reads them. */
  public static Set<String> asked(Reachability reach, Evaluation values) {
    return reach
        .sites(CallSite.class)
        .filter(r -> r.site().name().equals("containsKey") && isOfEnvironment(r.site()))
        .flatMap(r -> values.of(r.site().expression().arguments().get(0), r).constants().stream())
        .collect(Collectors.toSet());
  }

  /** Whether the code is ready for a variable that is not set. */
  public boolean isGuarded(Reachability reach) {
    return hasFallback || handling(reach) == NullHandling.Use.GUARDED;
  }

  /** Whether something fails when the variable is not set. */
  public boolean isNeeded(Reachability reach) {
    return handling(reach) == NullHandling.Use.DEREFERENCED;
  }

  private NullHandling.Use handling(Reachability reach) {
    return NullHandling.of(reached.site().expression(), reach);
  }

  /** Where it is. */
  public Location location() {
    return reached.location();
  }
}
