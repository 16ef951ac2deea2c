package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.flow.Site.CreationSite;
import io.github.waserverless.code.flow.Site.ReferenceSite;
import io.github.waserverless.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A place where a handler names a record of its batch that failed.
 *
 * @param identifier what it names the record by; empty when it is given elsewhere
 */
public record ItemFailure(Optional<Expression> identifier, Reached<? extends Site> reached) {

  private static final String TYPE = "BatchItemFailure";
  private static final List<String> SETTERS =
      List.of("withItemIdentifier", "setItemIdentifier", "itemIdentifier");

  /** All places where a handler names failed records, in the order in which they are reached. */
  static List<ItemFailure> in(Reachability reach) {
    List<ItemFailure> all = new ArrayList<>();
    reach.sites(CreationSite.class, Phase.INVOKE).forEach(r -> ofCreation(r).ifPresent(all::add));
    reach.sites(CallSite.class, Phase.INVOKE).forEach(r -> ofCall(r).ifPresent(all::add));
    reach
        .sites(ReferenceSite.class, Phase.INVOKE)
        .filter(r -> r.site().type().simpleName().equals(TYPE))
        .forEach(r -> all.add(new ItemFailure(Optional.empty(), r)));
    return List.copyOf(all);
  }

  private static Optional<ItemFailure> ofCreation(Reached<CreationSite> r) {
    List<Expression> arguments = r.site().expression().arguments();
    return r.site().type().simpleName().equals(TYPE)
        ? Optional.of(new ItemFailure(arguments.stream().findFirst(), r))
        : Optional.empty();
  }

  private static Optional<ItemFailure> ofCall(Reached<CallSite> r) {
    CallSite call = r.site();
    boolean onFailure =
        call.receiver().simpleName().equals(TYPE)
            || call.receiver().argument(0).simpleName().equals(TYPE);
    boolean sets = SETTERS.contains(call.name()) && call.arguments().size() == 1;
    return onFailure && (sets || call.name().equals("builder"))
        ? Optional.of(new ItemFailure(call.expression().arguments().stream().findFirst(), r))
        : Optional.empty();
  }

  /** Where it is. */
  public Location location() {
    return reached.location();
  }
}
