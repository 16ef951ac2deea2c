package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.flow.Site.CreationSite;
import io.github.waserverless.code.library.SdkTypes;
import io.github.waserverless.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A place where a client of an AWS SDK is made.
 *
 * @param client the type of the client
 * @param expression what makes it: {@code create()}, {@code build()}, {@code new}
 */
public record ClientCreation(
    TypeName client, Expression expression, Reached<? extends Site> reached) {

  private static final Set<String> MAKES =
      Set.of("create", "crtCreate", "build", "buildClient", "defaultClient");

  /** All places that a handler reaches. */
  public static List<ClientCreation> in(Reachability reach) {
    List<ClientCreation> all = new ArrayList<>();
    reach.sites(CallSite.class).forEach(r -> ofCall(r, reach).ifPresent(all::add));
    reach.sites(CreationSite.class).forEach(r -> ofObject(r).ifPresent(all::add));
    return List.copyOf(all);
  }

  private static Optional<ClientCreation> ofCall(Reached<CallSite> r, Reachability reach) {
    Expression.Call call = r.site().expression();
    if (!MAKES.contains(call.name()) || !SdkTypes.isSdk(made(r.site().receiver()))) {
      return Optional.empty();
    }
    TypeName type = reach.body(r.step()).type(call);
    return SdkTypes.isClient(type) && !wraps(call)
        ? Optional.of(new ClientCreation(type, call, r))
        : Optional.empty();
  }

  private static TypeName made(TypeName receiver) {
    return SdkTypes.isBuilder(receiver) ? receiver.argument(0) : receiver;
  }

  /** An enhanced client around another client is light; the other client is what counts. */
  private static boolean wraps(Expression.Call build) {
    Optional<Expression> scope = build.scope();
    while (scope.isPresent() && scope.get() instanceof Expression.Call call) {
      if (call.name().equals("dynamoDbClient")) {
        return true;
      }
      scope = call.scope();
    }
    return false;
  }

  private static Optional<ClientCreation> ofObject(Reached<CreationSite> r) {
    TypeName type = r.site().type();
    String name = type.simpleName();
    boolean client = name.startsWith("Amazon") || name.startsWith("AWS");
    return client && SdkTypes.isV1(type) && SdkTypes.isClient(type)
        ? Optional.of(new ClientCreation(type, r.site().expression(), r))
        : Optional.empty();
  }

  /** Where the expression begins: the class name before a chain of builder calls. */
  public Location location() {
    return start(expression);
  }

  /** Where a chain of calls begins. */
  public static Location start(Expression expression) {
    Expression first = expression;
    while (first instanceof Expression.Call call && call.scope().isPresent()) {
      first = call.scope().get();
    }
    return first.location();
  }
}
