package io.github.waserverless.app;

import io.github.waserverless.app.GeneratedKey.Kind;
import io.github.waserverless.code.Expression;
import io.github.waserverless.code.flow.Data;
import io.github.waserverless.code.flow.Freshness;
import io.github.waserverless.code.flow.Phase;
import io.github.waserverless.code.flow.Reached;
import io.github.waserverless.code.flow.SdkCall;
import io.github.waserverless.code.flow.Site.CallSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the keys that a handler makes anew in each run. */
final class GeneratedKeys {

  private static final Map<String, List<String>> ARGUMENTS =
      Map.of(
          "s3.putObject", List.of("key"),
          "s3.copyObject", List.of("destinationKey"),
          "states.startExecution", List.of("name"),
          "sqs.sendMessage", List.of("messageDeduplicationId"),
          "sqs.sendMessageBatch", List.of("messageDeduplicationId"),
          "sns.publish", List.of("messageDeduplicationId"));

  private static final Map<String, Kind> KINDS =
      Map.of(
          "s3", Kind.OBJECT,
          "states", Kind.EXECUTION,
          "sqs", Kind.MESSAGE,
          "sns", Kind.MESSAGE);

  private static final Pattern TOKEN =
      Pattern.compile("(?i)(set|with|add)?(idempotency-?(key|token)|clientRequestToken)");

  private final FunctionHandler handler;
  private final Freshness freshness;

  GeneratedKeys(FunctionHandler handler) {
    this.handler = handler;
    this.freshness = new Freshness(handler.reach());
  }

  List<GeneratedKey> find() {
    List<GeneratedKey> all = new ArrayList<>();
    for (SdkCall call : handler.sdkCalls()) {
      if (call.phase() == Phase.INVOKE) {
        ofArguments(call).forEach(all::add);
        ofItem(call).ifPresent(all::add);
      }
    }
    handler
        .reach()
        .sites(CallSite.class, Phase.INVOKE)
        .forEach(r -> ofToken(r).ifPresent(all::add));
    return List.copyOf(all);
  }

  private Stream<GeneratedKey> ofArguments(SdkCall call) {
    return ARGUMENTS.getOrDefault(call.operation().toString(), List.of()).stream()
        .flatMap(
            name ->
                call.arguments(name).stream()
                    .flatMap(d -> freshness.of(d).stream())
                    .map(made -> new GeneratedKey(kind(call), name, made, call.reached())))
        .limit(1);
  }

  private static Kind kind(SdkCall call) {
    return KINDS.getOrDefault(call.operation().service(), Kind.ITEM);
  }

  private Optional<GeneratedKey> ofItem(SdkCall call) {
    Set<String> keys = new ItemKeys(handler).of(call);
    return new ItemKeys(handler)
        .written(call).stream()
            .flatMap(item -> item.properties().stream())
            .filter(p -> keys.contains(p.name()))
            .flatMap(
                p ->
                    freshness.of(p.value()).stream()
                        .map(m -> new GeneratedKey(Kind.ITEM, p.name(), m, call.reached())))
            .findFirst();
  }

  /** A key that another service recognises a repeated request by. */
  private Optional<GeneratedKey> ofToken(Reached<CallSite> r) {
    List<Expression> arguments = r.site().expression().arguments();
    if (arguments.isEmpty()) {
      return Optional.empty();
    }
    boolean named = arguments.size() == 1 && TOKEN.matcher(r.site().name()).matches();
    boolean header =
        arguments.size() == 2
            && r.site().name().matches("(?i)(set|with|add)?(request)?(header|property)s?|set|add")
            && handler
                .value(arguments.get(0), r)
                .constant()
                .filter(c -> TOKEN.matcher(c).matches())
                .isPresent();
    if (!named && !header) {
      return Optional.empty();
    }
    Data value = handler.value(arguments.get(arguments.size() - 1), r);
    return freshness.of(value).map(m -> new GeneratedKey(Kind.REQUEST, "idempotency key", m, r));
  }
}
