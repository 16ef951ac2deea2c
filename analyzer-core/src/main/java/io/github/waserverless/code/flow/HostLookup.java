package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.flow.Site.CallSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question about the host that code runs on.
 *
 * @param what what is asked for, in words
 * @param isLogged whether the answer is only logged
 */
public record HostLookup(String what, boolean isLogged, Reached<? extends Site> reached) {

  private static final Map<String, String> CALLS =
      Map.of(
          "java.net.InetAddress.getLocalHost", "the name of its host",
          "java.net.NetworkInterface.getNetworkInterfaces", "the network interfaces of its host",
          "java.net.NetworkInterface.getHardwareAddress", "the hardware address of its host",
          "java.lang.ProcessHandle.pid", "its process id",
          "com.amazonaws.auth.InstanceProfileCredentialsProvider.getInstance",
              "credentials of an instance profile",
          "software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider.create",
              "credentials of an instance profile",
          "software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider.builder",
              "credentials of an instance profile");

  /** All questions that a handler reaches. */
  public static List<HostLookup> in(Reachability reach, Evaluation values) {
    List<LogCall> logs = LogCall.in(reach);
    List<HostLookup> all = new ArrayList<>();
    reach
        .sites(CallSite.class)
        .forEach(
            r ->
                what(r.site())
                    .ifPresent(what -> all.add(new HostLookup(what, isLogged(r, logs), r))));
    for (FileAccess file : FileAccess.in(reach, values)) {
      file.path()
          .constant()
          .filter(p -> p.equals("/etc/machine-id") || p.equals("/proc/cpuinfo"))
          .ifPresent(p -> all.add(new HostLookup(p, false, file.reached())));
    }
    return List.copyOf(all);
  }

  private static Optional<String> what(CallSite call) {
    String type = call.receiver().name();
    return type.endsWith(".EC2MetadataUtils")
        ? Optional.of("the metadata of its host")
        : Optional.ofNullable(CALLS.get(type + "." + call.name()));
  }

  private static boolean isLogged(Reached<CallSite> lookup, List<LogCall> logs) {
    Expression call = lookup.site().expression();
    return logs.stream()
        .flatMap(log -> log.arguments().stream())
        .anyMatch(argument -> Expressions.in(argument).stream().anyMatch(e -> isSame(e, call)));
  }

  @SuppressWarnings("ReferenceEquality") // the same text elsewhere is another call
  private static boolean isSame(Expression a, Expression b) {
    return a == b;
  }
}
