package io.github.waserverless.rules.sdk;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.app.InvocationMode;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.code.flow.ClientCreation;
import io.github.waserverless.code.flow.Data;
import io.github.waserverless.code.flow.EndlessCall;
import io.github.waserverless.code.library.SdkTypes;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Truth;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A call that nobody ends takes the function's whole time, and then fails without a word. */
@RuleInfo(
    id = "WAS731",
    name = "sdk-call-without-timeout",
    title = "Calls to other systems without a timeout",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = NOTE)
public final class CallWithoutTimeout implements Rule {

  /** What the SDK's HTTP clients wait for data by default. */
  private static final double SDK_SECONDS = 30;

  private static final double DEFAULT_SECONDS = 3;

  private static final Pattern LIMIT =
      Pattern.compile("apiCall(Attempt)?Timeout|(socket|read|connection|connect)Timeout");

  private static final Pattern CONFIGURATION =
      Pattern.compile("overrideConfiguration|httpClient(Builder)?|asyncConfiguration");

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      for (EndlessCall call : EndlessCall.in(handler.reach(), handler.values())) {
        findings.report(
            Problem.in(
                    handler,
                    call.reached(),
                    "%s calls another system through %s without a timeout: when that hangs, it waits until it is ended itself"
                        .formatted(handler.name(), call.by()))
                .as(WARNING));
      }
      handler.function().ifPresent(f -> checkClients(handler, f, findings));
    }
  }

  private static void checkClients(
      FunctionHandler handler, LambdaFunction function, Findings findings) {
    List<ClientCreation> unlimited =
        ClientCreation.in(handler.reach()).stream()
            .filter(c -> c.client().name().startsWith("software.amazon.awssdk.services."))
            .filter(c -> isUnlimited(c, handler))
            .toList();
    if (unlimited.isEmpty()) {
      return;
    }
    Truth isShort =
        function.invoked(InvocationMode.SYNC)
            ? Truth.YES
            : function.timeout().number(DEFAULT_SECONDS).is(s -> s <= SDK_SECONDS);
    Problem problem =
        Problem.in(
                handler,
                unlimited.get(0).reached(),
                "%s makes its %s without a timeout: the SDK waits 30 s for data and then tries again"
                    .formatted(handler.name(), unlimited.get(0).client().simpleName()))
            .when(isShort);
    for (ClientCreation other : unlimited.subList(1, unlimited.size())) {
      problem = problem.with(other.location(), other.client().simpleName() + " as well");
    }
    findings.report(problem);
  }

  /** Whether the code shows how a client is made, and no limit is among what it is given. */
  private static boolean isUnlimited(ClientCreation client, FunctionHandler handler) {
    List<Data> made = handler.value(client.expression(), client.reached()).alternatives();
    return made.stream().allMatch(d -> isPlain(d, client))
        && made.stream()
            .flatMap(CallWithoutTimeout::names)
            .noneMatch(n -> LIMIT.matcher(n).matches());
  }

  private static boolean isPlain(Data made, ClientCreation client) {
    if (!(made instanceof Data.Built built)) {
      return client.expression() instanceof io.github.waserverless.code.Expression.Call call
          && call.name().equals("create");
    }
    return built.properties().stream()
        .filter(p -> CONFIGURATION.matcher(p.name()).matches())
        .allMatch(p -> p.value() instanceof Data.Built given && SdkTypes.isSdk(given.type()));
  }

  private static Stream<String> names(Data made) {
    return made instanceof Data.Built built
        ? built.properties().stream()
            .flatMap(
                p ->
                    Stream.concat(
                        Stream.of(p.name()),
                        p.value().alternatives().stream().flatMap(CallWithoutTimeout::names)))
        : Stream.empty();
  }
}
