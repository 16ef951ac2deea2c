package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.library.SdkTypes;
import io.github.waserverless.source.Location;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How long the code lets a call to another system take.
 *
 * @param limit the longest time, when that is constant
 */
public record ClientTimeout(Duration limit, Reached<CallSite> reached) {

  /** Options of clients that limit a call, an attempt or the wait for data. */
  private static final Set<String> OPTIONS =
      Set.of(
          "apiCallTimeout",
          "apiCallAttemptTimeout",
          "socketTimeout",
          "readTimeout",
          "callTimeout",
          "setReadTimeout",
          "setSocketTimeout",
          "withSocketTimeout",
          "setRequestTimeout",
          "withRequestTimeout",
          "setClientExecutionTimeout",
          "withClientExecutionTimeout");

  private static final List<String> CLIENTS =
      List.of("software.amazon.awssdk.", "com.amazonaws.", "okhttp3.", "java.net.", "javax.net.");

  private static final String REQUEST = "java.net.http.HttpRequest";

  /** All limits that are constants. */
  public static List<ClientTimeout> in(Reachability reach, Evaluation values) {
    return reach
        .sites(CallSite.class)
        .filter(r -> isLimit(r.site()))
        .flatMap(r -> limit(r, values).map(l -> new ClientTimeout(l, r)).stream())
        .toList();
  }

  private static boolean isLimit(CallSite call) {
    String type =
        SdkTypes.isBuilder(call.receiver())
            ? call.receiver().argument(0).name()
            : call.receiver().name();
    String name = call.name();
    if (OPTIONS.contains(name)) {
      return name.startsWith("apiCall") || CLIENTS.stream().anyMatch(type::startsWith);
    }
    int arguments = call.expression().arguments().size();
    boolean future = type.startsWith("java.util.concurrent.") && type.endsWith("Future");
    return (name.equals("timeout") && type.startsWith(REQUEST))
        || (future && arguments == 2 && (name.equals("get") || name.equals("orTimeout")));
  }

  private static Optional<Duration> limit(Reached<CallSite> call, Evaluation values) {
    List<Expression> arguments = call.site().expression().arguments();
    if (arguments.isEmpty()) {
      return Optional.empty();
    }
    Data amount = values.of(arguments.get(0), call);
    return arguments.size() == 2
        ? Pauses.duration(amount, values.of(arguments.get(1), call))
        : Pauses.duration(amount);
  }

  /** Where it is. */
  public Location location() {
    return reached.location();
  }
}
