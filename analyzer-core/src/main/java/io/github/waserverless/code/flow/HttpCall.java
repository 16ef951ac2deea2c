package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.flow.Data.Built;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.flow.Site.CreationSite;
import io.github.waserverless.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A request to a service by HTTP.
 *
 * @param method {@code GET}, {@code POST} …; empty when it is not known
 * @param url where to, as far as it is known
 * @param reached where it is made
 */
public record HttpCall(Optional<String> method, Data url, Reached<? extends Site> reached) {

  private static final Set<String> METHODS =
      Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD");

  /** All requests that a handler makes. */
  public static List<HttpCall> in(Reachability reach, Evaluation values) {
    List<HttpCall> all = new ArrayList<>();
    reach.sites(CallSite.class).forEach(r -> ofCall(r, reach, values).ifPresent(all::add));
    reach.sites(CreationSite.class).forEach(r -> ofApache(r, values).ifPresent(all::add));
    return List.copyOf(all);
  }

  private static Optional<HttpCall> ofCall(
      Reached<CallSite> r, Reachability reach, Evaluation values) {
    CallSite call = r.site();
    return switch (call.receiver().name()) {
      case "java.net.http.HttpClient" ->
          call.name().startsWith("send") ? ofRequest(r, values) : Optional.empty();
      case "java.net.HttpURLConnection", "javax.net.ssl.HttpsURLConnection" ->
          call.name().equals("setRequestMethod")
              ? Optional.of(new HttpCall(argument(r, 0, values).constant(), Data.unknown(), r))
              : Optional.empty();
      case "org.springframework.web.client.RestTemplate" -> ofTemplate(r, values);
      case "org.springframework.web.client.RestClient",
          "org.springframework.web.reactive.function.client.WebClient" ->
          named(call.name()).map(m -> new HttpCall(Optional.of(m), Data.unknown(), r));
      default -> ofOkHttp(r, reach);
    };
  }

  private static Data argument(Reached<CallSite> r, int index, Evaluation values) {
    List<Expression> arguments = r.site().expression().arguments();
    return index < arguments.size() ? values.of(arguments.get(index), r) : Data.unknown();
  }

  private static Optional<String> named(String name) {
    String method = name.toUpperCase(Locale.ROOT);
    return METHODS.contains(method) ? Optional.of(method) : Optional.empty();
  }

  private static Optional<HttpCall> ofRequest(Reached<CallSite> r, Evaluation values) {
    Built request =
        argument(r, 0, values).alternatives().stream()
            .filter(Built.class::isInstance)
            .map(Built.class::cast)
            .findFirst()
            .orElse(null);
    if (request == null) {
      return Optional.of(new HttpCall(Optional.empty(), Data.unknown(), r));
    }
    Optional<String> method =
        request.properties().stream()
            .flatMap(p -> (p.name().equals("method") ? first(p.value()) : named(p.name())).stream())
            .reduce((before, last) -> last);
    Data url = request.property("uri").orElseGet(Data::unknown);
    return Optional.of(new HttpCall(Optional.of(method.orElse("GET")), url, r));
  }

  private static Optional<String> first(Data values) {
    return values instanceof Data.Elements e && !e.items().isEmpty()
        ? e.items().get(0).constant()
        : values.constant();
  }

  private static Optional<HttpCall> ofTemplate(Reached<CallSite> r, Evaluation values) {
    String name = r.site().name();
    Data url = argument(r, 0, values);
    if (name.equals("exchange")) {
      Optional<String> method =
          argument(r, 1, values) instanceof Data.Symbol s
              ? Optional.of(s.name())
              : Optional.empty();
      return Optional.of(new HttpCall(method, url, r));
    }
    return METHODS.stream()
        .filter(m -> name.startsWith(m.toLowerCase(Locale.ROOT)))
        .findFirst()
        .map(m -> new HttpCall(Optional.of(m), url, r));
  }

  private static Optional<HttpCall> ofOkHttp(Reached<CallSite> r, Reachability reach) {
    CallSite call = r.site();
    boolean ok =
        CallReader.root(call.expression())
            .map(root -> reach.body(r.step()).type(root).name())
            .filter(n -> n.equals("okhttp3.Request.Builder"))
            .isPresent();
    return ok
        ? named(call.name()).map(m -> new HttpCall(Optional.of(m), Data.unknown(), r))
        : Optional.empty();
  }

  private static Optional<HttpCall> ofApache(Reached<CreationSite> r, Evaluation values) {
    String type = r.site().type().name();
    if (!type.startsWith("org.apache.http") && !type.startsWith("org.apache.hc.")) {
      return Optional.empty();
    }
    String simple = r.site().type().simpleName();
    List<Expression> arguments = r.site().expression().arguments();
    Data url = arguments.isEmpty() ? Data.unknown() : values.of(arguments.get(0), r);
    return simple.startsWith("Http")
        ? named(simple.substring(4)).map(m -> new HttpCall(Optional.of(m), url, r))
        : Optional.empty();
  }

  /** Whether the request may change something each time that it is made. */
  public boolean mayRepeatWork() {
    return method.filter(m -> m.equals("POST") || m.equals("PATCH")).isPresent();
  }

  /** Where it is. */
  public Location location() {
    return reached.location();
  }
}
