package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.flow.Data.Built;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.flow.Site.CreationSite;
import io.github.waserverless.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A call to another system by HTTP that waits as long as that system likes.
 *
 * @param by what makes the call, by its class
 */
public record EndlessCall(String by, Reached<? extends Site> reached) {

  private static final Set<String> CONNECTIONS =
      Set.of("java.net.HttpURLConnection", "javax.net.ssl.HttpsURLConnection");
  private static final Set<String> READS =
      Set.of("getInputStream", "getResponseCode", "connect", "getContent");
  private static final Set<String> LIMITS = Set.of("orTimeout", "completeOnTimeout", "get");
  private static final String TEMPLATE = "org.springframework.web.client.RestTemplate";

  /** All such calls that a handler makes for an event. */
  public static List<EndlessCall> in(Reachability reach, Evaluation values) {
    List<EndlessCall> all = new ArrayList<>();
    reach
        .sites(CallSite.class, Phase.INVOKE)
        .filter(r -> isEndless(r, reach, values))
        .forEach(r -> all.add(new EndlessCall(r.site().receiver().simpleName(), r)));
    if (!calls(reach, "setRequestFactory")) {
      reach
          .sites(CreationSite.class)
          .filter(r -> r.site().type().name().equals(TEMPLATE) && r.site().arguments().isEmpty())
          .forEach(r -> all.add(new EndlessCall("RestTemplate", r)));
    }
    return List.copyOf(all);
  }

  private static boolean isEndless(Reached<CallSite> r, Reachability reach, Evaluation values) {
    CallSite call = r.site();
    String type = call.receiver().name();
    if (type.equals("java.net.http.HttpClient")) {
      return call.name().startsWith("send") && hasNoLimit(r, reach, values);
    }
    return (CONNECTIONS.contains(type)
            && READS.contains(call.name())
            && !calls(reach, "setReadTimeout"))
        || (call.calls("java.net.URL", "openStream") && isRemote(r, values));
  }

  /** A URL may as well name a file. */
  private static boolean isRemote(Reached<CallSite> r, Evaluation values) {
    return r.site().expression().scope().stream()
        .flatMap(scope -> values.of(scope, r).alternatives().stream())
        .anyMatch(url -> url.prefix().startsWith("http"));
  }

  /** A request whose making is not seen may well have a timeout. */
  private static boolean hasNoLimit(Reached<CallSite> r, Reachability reach, Evaluation values) {
    List<Expression> arguments = r.site().expression().arguments();
    boolean waitsElsewhere = new ResultUse(reach).accessors(r).stream().anyMatch(LIMITS::contains);
    if (arguments.isEmpty() || waitsElsewhere) {
      return false;
    }
    List<Data> requests = values.of(arguments.get(0), r).alternatives();
    return !requests.isEmpty()
        && requests.stream()
            .allMatch(
                d ->
                    d instanceof Built built
                        && built.type().simpleName().equals("HttpRequest")
                        && built.property("timeout").isEmpty());
  }

  private static boolean calls(Reachability reach, String name) {
    return reach.sites(CallSite.class).anyMatch(r -> r.site().name().equals(name));
  }

  /** Where it is. */
  public Location location() {
    return reached.location();
  }
}
