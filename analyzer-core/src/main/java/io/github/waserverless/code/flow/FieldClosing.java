package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.Statement;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.flow.Site.FieldRead;
import io.github.waserverless.code.flow.Site.FieldWrite;
import io.github.waserverless.code.flow.Surroundings.Tried;
import io.github.waserverless.code.library.SdkTypes;
import io.github.waserverless.code.program.SourceField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A place where an event closes what a field holds, and nothing puts another object into it. */
public record FieldClosing(SourceField field, Reached<? extends Site> reached) {

  private static final Set<String> CLOSES = Set.of("close", "shutdown", "shutdownNow");
  private static final Set<String> SHARED =
      Set.of(
          "java.util.concurrent.ExecutorService",
          "java.util.concurrent.ScheduledExecutorService",
          "java.sql.Connection",
          "java.net.http.HttpClient",
          "com.zaxxer.hikari.HikariDataSource",
          "okhttp3.OkHttpClient",
          "com.mongodb.client.MongoClient",
          "redis.clients.jedis.JedisPool",
          "redis.clients.jedis.Jedis",
          "io.lettuce.core.RedisClient",
          "org.apache.http.impl.client.CloseableHttpClient",
          "org.apache.hc.client5.http.impl.classic.CloseableHttpClient",
          "org.apache.kafka.clients.producer.KafkaProducer",
          "org.apache.kafka.clients.producer.Producer");

  /** All such places that a handler reaches. */
  public static List<FieldClosing> in(Reachability reach) {
    List<FieldClosing> all = new ArrayList<>();
    reach
        .sites(CallSite.class, Phase.INVOKE)
        .filter(r -> CLOSES.contains(r.site().name()) && isShared(r.site().receiver()))
        .forEach(r -> closed(r, reach).ifPresent(f -> all.add(new FieldClosing(f, r))));
    reach
        .sites(FieldRead.class, Phase.INVOKE)
        .filter(r -> isResource(r.site(), reach.body(r.step())))
        .forEach(r -> all.add(new FieldClosing(r.site().field(), r)));
    return all.stream()
        .filter(c -> !isReplaced(c.field(), reach) && isMadeBefore(c.field(), reach))
        .filter(c -> !isEnd(reach.body(c.reached().step())))
        .toList();
  }

  private static boolean isShared(TypeName type) {
    return SdkTypes.isClient(type) || SHARED.contains(type.name());
  }

  private static Optional<SourceField> closed(Reached<CallSite> r, Reachability reach) {
    Optional<Expression> scope = r.site().expression().scope();
    return scope.flatMap(s -> reach.body(r.step()).field(s));
  }

  /** Whether it is the resource of a try: the field itself, or a variable for it. */
  private static boolean isResource(FieldRead read, Body body) {
    return isShared(body.type(read.expression()))
        && body.sites().stream()
            .flatMap(s -> s.around().all(Tried.class))
            .flatMap(t -> t.of().resources().stream())
            .anyMatch(r -> isFor(r, read.expression()));
  }

  @SuppressWarnings("ReferenceEquality") // the field may be read elsewhere too
  private static boolean isFor(Statement resource, Expression read) {
    return (resource instanceof Statement.Evaluate e && e.expression() == read)
        || (resource instanceof Statement.Local l && l.value().filter(v -> v == read).isPresent());
  }

  private static boolean isReplaced(SourceField field, Reachability reach) {
    return reach.sites(FieldWrite.class, Phase.INVOKE).anyMatch(w -> w.site().field() == field);
  }

  private static boolean isMadeBefore(SourceField field, Reachability reach) {
    return field.declaration().value().isPresent()
        || reach.sites(FieldWrite.class, Phase.INIT).anyMatch(w -> w.site().field() == field);
  }

  /** What runs when the environment ends is no event. */
  private static boolean isEnd(Body body) {
    return body.method().isAnnotated("PreDestroy")
        || body.sites(CallSite.class).anyMatch(c -> c.name().equals("addShutdownHook"));
  }
}
