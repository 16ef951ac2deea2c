package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.flow.Site.CreationSite;
import io.github.waserverless.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A place where something is made that takes long to make and can be used again.
 *
 * @param what what is made, in words
 * @param cost how long it takes to make
 */
public record ExpensiveCreation(
    String what, Cost cost, Expression expression, Reached<? extends Site> reached) {

  /** How long something takes to make. */
  public enum Cost {
    /** Network round trips, threads or the start of a framework. */
    HIGH,
    /** Milliseconds of reflection or parsing. */
    LOW
  }

  private static final Map<String, String> CALLS =
      Map.ofEntries(
          Map.entry("java.sql.DriverManager.getConnection", "a database connection"),
          Map.entry("java.net.http.HttpClient.newHttpClient", "an HTTP client"),
          Map.entry("java.net.http.HttpClient.newBuilder", "an HTTP client"),
          Map.entry("org.apache.http.impl.client.HttpClients.createDefault", "an HTTP client"),
          Map.entry("org.apache.http.impl.client.HttpClients.custom", "an HTTP client"),
          Map.entry("org.apache.http.impl.client.HttpClientBuilder.create", "an HTTP client"),
          Map.entry(
              "org.apache.hc.client5.http.impl.classic.HttpClients.createDefault",
              "an HTTP client"),
          Map.entry("org.apache.hc.client5.http.impl.classic.HttpClients.custom", "an HTTP client"),
          Map.entry(
              "org.springframework.web.reactive.function.client.WebClient.builder",
              "an HTTP client"),
          Map.entry(
              "org.springframework.web.reactive.function.client.WebClient.create",
              "an HTTP client"),
          Map.entry("com.mongodb.client.MongoClients.create", "a MongoDB client"),
          Map.entry("io.lettuce.core.RedisClient.create", "a Redis client"),
          Map.entry("javax.xml.bind.JAXBContext.newInstance", "a JAXB context"),
          Map.entry("jakarta.xml.bind.JAXBContext.newInstance", "a JAXB context"),
          Map.entry("org.springframework.boot.SpringApplication.run", "a Spring application"),
          Map.entry("javax.validation.Validation.buildDefaultValidatorFactory", "a validator"),
          Map.entry("jakarta.validation.Validation.buildDefaultValidatorFactory", "a validator"),
          Map.entry("javax.persistence.Persistence.createEntityManagerFactory", "a JPA unit"),
          Map.entry("jakarta.persistence.Persistence.createEntityManagerFactory", "a JPA unit"));

  private static final Map<String, String> OBJECTS =
      Map.of(
          "com.zaxxer.hikari.HikariDataSource", "a connection pool",
          "okhttp3.OkHttpClient", "an HTTP client",
          "org.springframework.web.client.RestTemplate", "an HTTP client",
          "redis.clients.jedis.JedisPool", "a Redis client",
          "redis.clients.jedis.Jedis", "a Redis client",
          "org.springframework.context.annotation.AnnotationConfigApplicationContext",
              "a Spring application");

  private static final Map<String, String> LIGHT_OBJECTS =
      Map.of(
          "com.fasterxml.jackson.databind.ObjectMapper", "an ObjectMapper",
          "com.google.gson.Gson", "a Gson");

  /** All places that a handler reaches. */
  public static List<ExpensiveCreation> in(Reachability reach) {
    List<ExpensiveCreation> all = new ArrayList<>();
    reach.sites(CallSite.class).forEach(r -> ofCall(r, reach).ifPresent(all::add));
    reach.sites(CreationSite.class).forEach(r -> ofObject(r).ifPresent(all::add));
    return List.copyOf(all);
  }

  private static Optional<ExpensiveCreation> ofCall(Reached<CallSite> r, Reachability reach) {
    Expression.Call call = r.site().expression();
    String method = r.site().receiver().name() + "." + call.name();
    String what = CALLS.get(method);
    if (what != null) {
      Expression whole = whole(call, reach.body(r.step()));
      return Optional.of(new ExpensiveCreation(what, Cost.HIGH, whole, r));
    }
    boolean pattern =
        method.equals("java.util.regex.Pattern.compile")
            && call.arguments().stream().allMatch(Expression.Literal.class::isInstance);
    return pattern
        ? Optional.of(new ExpensiveCreation("a compiled Pattern", Cost.LOW, call, r))
        : Optional.empty();
  }

  /** The end of the chain of calls that begins with a call. */
  @SuppressWarnings("ReferenceEquality") // the same text elsewhere is another chain
  private static Expression whole(Expression.Call first, Body body) {
    Expression last = first;
    boolean longer = true;
    while (longer) {
      Expression scope = last;
      Optional<Expression> next =
          body.sites(CallSite.class)
              .map(s -> (Expression) s.expression())
              .filter(e -> ((Expression.Call) e).scope().filter(s -> s == scope).isPresent())
              .findFirst();
      longer = next.isPresent();
      last = next.orElse(last);
      if (last instanceof Expression.Call call && call.name().equals("build")) {
        return last;
      }
    }
    return first;
  }

  private static Optional<ExpensiveCreation> ofObject(Reached<CreationSite> r) {
    TypeName type = r.site().type();
    String what = OBJECTS.get(type.name());
    if (what != null) {
      return Optional.of(new ExpensiveCreation(what, Cost.HIGH, r.site().expression(), r));
    }
    return Optional.ofNullable(LIGHT_OBJECTS.get(type.name()))
        .map(light -> new ExpensiveCreation(light, Cost.LOW, r.site().expression(), r));
  }

  /** Where the expression begins. */
  public Location location() {
    return ClientCreation.start(expression);
  }
}
