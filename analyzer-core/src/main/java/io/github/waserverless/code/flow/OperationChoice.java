package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.Statement;
import io.github.waserverless.code.flow.Site.BranchSite;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.flow.Surroundings.Branch;
import io.github.waserverless.code.flow.Surroundings.Case;
import io.github.waserverless.source.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A place where a handler finds out which of its operations it is asked for.
 *
 * @param by the accessor that tells
 * @param operations how many there are
 * @param isResolver whether it resolves fields of a GraphQL schema
 * @param location the switch, or the first of the comparisons
 */
public record OperationChoice(
    String by, int operations, boolean isResolver, Location location, Reached<?> reached) {

  private static final int MANY = 4;
  private static final int DIFFERENT = 3;
  private static final int NEAR = 1;
  private static final Set<String> RESOLVED =
      Set.of("fieldname", "typename", "parenttypename", "getfieldname", "getparenttypename");
  private static final Set<String> ENVELOPE =
      Set.of(
          "gethttpmethod",
          "httpmethod",
          "getpath",
          "path",
          "getresource",
          "resource",
          "getrawpath",
          "rawpath",
          "getroutekey",
          "routekey",
          "operation",
          "getoperation",
          "action",
          "getaction",
          "command",
          "getcommand",
          "method",
          "getmethod");

  /** The places in the handler's method and in those that it calls. */
  public static List<OperationChoice> in(Reachability reach, Evaluation values) {
    List<OperationChoice> all = new ArrayList<>();
    Set<Body> seen = new HashSet<>();
    for (Step step : reach.steps()) {
      if (step.phase() == Phase.INVOKE && step.depth() <= NEAR && seen.add(reach.body(step))) {
        new Reader(step, reach.body(step), values).addTo(all);
      }
    }
    return List.copyOf(all);
  }

  /** Reads one method. */
  private record Reader(Step step, Body body, Evaluation values) {

    void addTo(List<OperationChoice> all) {
      IdentityHashMap<Statement.Switch, Set<String>> switches = new IdentityHashMap<>();
      body.sites(CallSite.class)
          .forEach(
              call ->
                  call.around()
                      .all(Case.class)
                      .forEach(
                          c ->
                              switches
                                  .computeIfAbsent(c.of(), s -> new LinkedHashSet<>())
                                  .add(name(call))));
      switches.forEach((s, calls) -> ofSwitch(s, calls).ifPresent(all::add));
      ofComparisons().ifPresent(all::add);
    }

    private static String name(CallSite call) {
      return call.receiver().name() + "." + call.name();
    }

    private Optional<OperationChoice> ofSwitch(Statement.Switch choice, Set<String> calls) {
      int branches = (int) choice.branches().stream().filter(b -> !b.labels().isEmpty()).count();
      return branches < MANY || calls.size() < DIFFERENT
          ? Optional.empty()
          : by(choice.selector()).map(by -> choice(by, branches, choice.location()));
    }

    private Optional<OperationChoice> ofComparisons() {
      List<BranchSite> tests = new ArrayList<>();
      Set<String> constants = new HashSet<>();
      Set<String> calls = new HashSet<>();
      Set<String> by = new LinkedHashSet<>();
      for (BranchSite branch : body.sites(BranchSite.class).toList()) {
        for (Expression tested : Expressions.in(branch.tested())) {
          if (tested instanceof Expression.Call call && compares(call, constants, by)) {
            tests.add(branch);
            body.sites(CallSite.class)
                .filter(c -> isIn(c, branch))
                .forEach(c -> calls.add(name(c)));
          }
        }
      }
      return constants.size() < MANY || calls.size() < DIFFERENT
          ? Optional.empty()
          : Optional.of(choice(by.iterator().next(), constants.size(), tests.get(0).location()));
    }

    @SuppressWarnings("ReferenceEquality") // the same condition elsewhere is another branch
    private static boolean isIn(CallSite call, BranchSite branch) {
      return call.around()
          .all(Branch.class)
          .anyMatch(b -> b.condition() == branch.tested() && b.holds());
    }

    private boolean compares(Expression.Call call, Set<String> constants, Set<String> by) {
      boolean equals = call.name().equals("equals") || call.name().equals("equalsIgnoreCase");
      if (!equals || call.arguments().size() != 1 || call.scope().isEmpty()) {
        return false;
      }
      Expression left = call.scope().get();
      Expression right = call.arguments().get(0);
      return pair(left, right, constants, by) || pair(right, left, constants, by);
    }

    private boolean pair(
        Expression constant, Expression value, Set<String> constants, Set<String> by) {
      Optional<String> written = values.of(constant, step).constant();
      Optional<String> accessor = written.flatMap(w -> by(value));
      if (accessor.isEmpty()) {
        return false;
      }
      constants.add(written.get());
      by.add(accessor.get());
      return true;
    }

    private Optional<String> by(Expression selector) {
      return values.of(selector, step).alternatives().stream()
          .filter(Data.Event.class::isInstance)
          .map(d -> ((Data.Event) d).last())
          .filter(OperationChoice::isEnvelope)
          .findFirst();
    }

    private OperationChoice choice(String by, int operations, Location place) {
      Site first = body.sites().get(0);
      Reached<?> here = new Reached<>(first, step.phase(), List.of(step));
      boolean resolver = RESOLVED.contains(by.toLowerCase(java.util.Locale.ROOT));
      return new OperationChoice(by, operations, resolver, place, here);
    }
  }

  private static boolean isEnvelope(String accessor) {
    String name = accessor.toLowerCase(java.util.Locale.ROOT);
    return ENVELOPE.contains(name) || RESOLVED.contains(name);
  }
}
