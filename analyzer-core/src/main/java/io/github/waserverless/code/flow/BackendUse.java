package io.github.waserverless.code.flow;

import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.flow.Site.CreationSite;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A use of something that takes a limited number of connections.
 *
 * @param backend what it is, in words
 */
public record BackendUse(String backend, Reached<? extends Site> reached) {

  private static final Map<String, String> PACKAGES =
      Map.of(
          "java.sql.", "a database",
          "javax.sql.", "a database",
          "jakarta.persistence.", "a database",
          "javax.persistence.", "a database",
          "org.springframework.jdbc.", "a database",
          "org.jooq.", "a database",
          "com.zaxxer.hikari.", "a database",
          "redis.clients.jedis.", "Redis",
          "io.lettuce.core.", "Redis",
          "com.mongodb.client.", "MongoDB");
  private static final List<String> IN_MEMORY =
      List.of("jdbc:h2:", "jdbc:sqlite:", "jdbc:hsqldb:", "jdbc:derby:");

  /** The first use that a handler reaches; none of databases in memory. */
  public static Optional<BackendUse> in(Reachability reach) {
    boolean memory =
        WrittenText.in(reach).stream()
            .anyMatch(t -> IN_MEMORY.stream().anyMatch(t.text()::startsWith));
    return memory
        ? Optional.empty()
        : Stream.concat(
                reach.sites(CallSite.class).flatMap(r -> of(r.site().receiver(), r).stream()),
                reach.sites(CreationSite.class).flatMap(r -> of(r.site().type(), r).stream()))
            .findFirst();
  }

  private static Optional<BackendUse> of(TypeName type, Reached<? extends Site> at) {
    boolean value = type.simpleName().equals("Timestamp") || type.simpleName().equals("Date");
    return value || type.simpleName().endsWith("Exception")
        ? Optional.empty()
        : PACKAGES.entrySet().stream()
            .filter(p -> type.name().startsWith(p.getKey()))
            .findFirst()
            .map(p -> new BackendUse(p.getValue(), at));
  }
}
