package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A statement of a function's resource-based policy. */
public record InvokePermission(Resource resource) {

  /** The services whose ARNs a principal acts for. */
  private static final Map<String, Set<String>> SOURCES =
      Map.ofEntries(
          Map.entry("apigateway.amazonaws.com", Set.of("execute-api", "apigateway")),
          Map.entry("bedrock.amazonaws.com", Set.of("bedrock")),
          Map.entry("codecommit.amazonaws.com", Set.of("codecommit")),
          Map.entry("cognito-idp.amazonaws.com", Set.of("cognito-idp")),
          Map.entry("config.amazonaws.com", Set.of("config")),
          Map.entry("connect.amazonaws.com", Set.of("connect")),
          Map.entry("elasticloadbalancing.amazonaws.com", Set.of("elasticloadbalancing")),
          Map.entry("events.amazonaws.com", Set.of("events")),
          Map.entry("iot.amazonaws.com", Set.of("iot")),
          Map.entry("lambda.alarms.cloudwatch.amazonaws.com", Set.of("cloudwatch")),
          Map.entry("lex.amazonaws.com", Set.of("lex")),
          Map.entry("lexv2.amazonaws.com", Set.of("lex")),
          Map.entry("logs.amazonaws.com", Set.of("logs")),
          Map.entry("s3.amazonaws.com", Set.of("s3")),
          Map.entry("scheduler.amazonaws.com", Set.of("scheduler")),
          Map.entry("secretsmanager.amazonaws.com", Set.of("secretsmanager")),
          Map.entry("ses.amazonaws.com", Set.of("ses")),
          Map.entry("sns.amazonaws.com", Set.of("sns")));

  /** {@code lambda:InvokeFunction} …, which is to be allowed. */
  public Setting action() {
    return resource.property("Action");
  }

  /** Who is let in: a service, an account, or anybody. */
  public Setting principal() {
    return resource.property("Principal");
  }

  /** What the service must act for. */
  public Setting sourceArn() {
    return resource.property("SourceArn");
  }

  /** The service that is let in, if it is one and known. */
  public Optional<String> service() {
    return principal().text().certain().filter(p -> p.endsWith(".amazonaws.com"));
  }

  /** The service that {@code SourceArn} names, where the principal never acts for it. */
  public Optional<String> foreignSource(Application app) {
    Set<String> own = service().map(SOURCES::get).orElse(null);
    return own == null
        ? Optional.empty()
        : Arn.service(sourceArn(), app).filter(source -> !own.contains(source));
  }
}
