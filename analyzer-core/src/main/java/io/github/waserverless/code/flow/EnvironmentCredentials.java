package io.github.waserverless.code.flow;

import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.flow.Site.CreationSite;
import io.github.waserverless.code.flow.Surroundings.Branch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A place where code takes AWS credentials from environment variables, whatever else is true. */
public record EnvironmentCredentials(Reached<? extends Site> reached) {

  private static final Set<String> PROVIDERS =
      Set.of(
          "software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider",
          "com.amazonaws.auth.EnvironmentVariableCredentialsProvider");
  private static final Set<String> VARIABLES =
      Set.of(
          "AWS_ACCESS_KEY_ID",
          "AWS_ACCESS_KEY",
          "AWS_SECRET_ACCESS_KEY",
          "AWS_SECRET_KEY",
          "AWS_SESSION_TOKEN");

  /** All such places that a handler reaches. */
  public static List<EnvironmentCredentials> in(Reachability reach, Evaluation values) {
    List<Reached<? extends Site>> all = new ArrayList<>();
    reach
        .sites(CallSite.class)
        .filter(r -> PROVIDERS.contains(r.site().receiver().name()))
        .filter(r -> r.site().name().equals("create"))
        .forEach(all::add);
    reach
        .sites(CreationSite.class)
        .filter(r -> PROVIDERS.contains(r.site().type().name()))
        .forEach(all::add);
    EnvironmentRead.in(reach, values).stream()
        .filter(read -> read.names().stream().anyMatch(VARIABLES::contains))
        .forEach(read -> all.add(read.reached()));
    return all.stream()
        .filter(r -> !r.site().around().inside(Branch.class))
        .map(EnvironmentCredentials::new)
        .toList();
  }
}
