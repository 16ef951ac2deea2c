package io.github.waserverless.app;

import java.util.ArrayList;
import java.util.List;

/** The functions of which each waits for the next one, from a first invocation on. */
public final class InvocationChain {

  private static final int LONGEST = 6;

  private final Application app;

  /** The chains of an application. */
  public InvocationChain(Application app) {
    this.app = app;
  }

  /**
   * The longest one: the function that invokes, the one that it invokes, the one that this invokes
   * and so on. A function that was there before ends it.
   */
  public List<LambdaFunction> from(FunctionInvocation first) {
    return longest(first, first.caller().function().stream().toList());
  }

  private List<LambdaFunction> longest(FunctionInvocation invocation, List<LambdaFunction> way) {
    List<LambdaFunction> longest = way;
    for (LambdaFunction target : invocation.targets()) {
      List<LambdaFunction> further = new ArrayList<>(way);
      further.add(target);
      boolean ends = contains(way, target) || further.size() == LONGEST;
      List<LambdaFunction> whole = ends ? further : beyond(target, further);
      longest = whole.size() > longest.size() ? whole : longest;
    }
    return longest;
  }

  private List<LambdaFunction> beyond(LambdaFunction last, List<LambdaFunction> way) {
    List<LambdaFunction> longest = way;
    for (FunctionInvocation next : app.invocations(last)) {
      List<LambdaFunction> whole = next.call().mayWait() ? longest(next, way) : way;
      longest = whole.size() > longest.size() ? whole : longest;
    }
    return longest;
  }

  private static boolean contains(List<LambdaFunction> way, LambdaFunction function) {
    return way.stream().anyMatch(f -> f.resource().equals(function.resource()));
  }
}
