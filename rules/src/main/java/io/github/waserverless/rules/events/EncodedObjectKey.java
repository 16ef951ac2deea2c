package io.github.waserverless.rules.events;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Principle.EVENTS_TRIGGER_TRANSACTIONS;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.code.flow.Data;
import io.github.waserverless.code.flow.Phase;
import io.github.waserverless.code.flow.Reached;
import io.github.waserverless.code.flow.SdkCall;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import java.util.List;
import java.util.stream.Stream;

/** The notifications of S3 carry keys as URLs do: encoded. */
@RuleInfo(
    id = "WAS615",
    name = "s3-key-not-decoded",
    title = "Key of an S3 event that is used without decoding it",
    principles = {EVENTS_TRIGGER_TRANSACTIONS, DESIGN_FOR_FAILURES},
    pillar = RELIABILITY,
    severity = WARNING)
public final class EncodedObjectKey implements Rule {

  private static final List<String> KEYS = List.of("key", "sourceKey", "destinationKey");

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      List<SdkCall> calls =
          handler.sdkCalls("s3").stream()
              .filter(c -> c.phase() == Phase.INVOKE)
              .filter(c -> keys(c).anyMatch(EncodedObjectKey::isEncoded))
              .toList();
      if (!calls.isEmpty()) {
        findings.report(used(handler, calls));
      }
      decodings(handler)
          .forEach(
              r ->
                  findings.report(
                      Problem.in(
                              handler,
                              r,
                              "%s decodes the key of an EventBridge event, which is not encoded: keys with a plus or a percent sign change"
                                  .formatted(handler.name()))
                          .as(NOTE)));
    }
  }

  private static Stream<Data> keys(SdkCall call) {
    return KEYS.stream().flatMap(name -> call.arguments(name).stream());
  }

  private static Problem used(FunctionHandler handler, List<SdkCall> calls) {
    Problem problem =
        Problem.in(
            handler,
            calls.get(0).reached(),
            "%s uses the key of an S3 event as it comes, encoded: objects with spaces or special characters are not found"
                .formatted(handler.name()));
    for (SdkCall other : calls.subList(1, calls.size())) {
      problem = problem.with(other.location(), "the key is used here too");
    }
    return problem;
  }

  /** Whether a text is made of a key that nothing has decoded, whichever way it comes about. */
  private static boolean isEncoded(Data value) {
    if (value instanceof Data.Event event) {
      return isObjectKey(event.path());
    }
    if (value instanceof Data.Derived derived) {
      return derived.by().equals("getKey")
          ? derived.from().stream().anyMatch(EncodedObjectKey::isObject)
          : derived.by().matches("concat|substring|toLowerCase|trim")
              && isEncoded(derived.from().get(0));
    }
    if (value instanceof Data.Joined joined) {
      return joined.parts().stream().anyMatch(EncodedObjectKey::isEncoded);
    }
    List<Data> all = value.alternatives();
    return value instanceof Data.OneOf
        && !all.isEmpty()
        && all.stream().allMatch(EncodedObjectKey::isEncoded);
  }

  private static boolean isObjectKey(List<String> path) {
    int size = path.size();
    return size > 2
        && path.get(size - 1).equals("getKey")
        && path.get(size - 2).equals("getObject")
        && path.get(size - 3).equals("getS3");
  }

  /** The object of a notification that came inside of another message. */
  private static boolean isObject(Data value) {
    return value instanceof Data.Derived object
        && object.by().equals("getObject")
        && object.from().stream()
            .anyMatch(d -> d instanceof Data.Derived s3 && s3.by().equals("getS3"));
  }

  /** Decodings of the keys of events that come by EventBridge. */
  private static Stream<Reached<CallSite>> decodings(FunctionHandler handler) {
    return handler
        .reach()
        .sites(CallSite.class, Phase.INVOKE)
        .filter(r -> r.site().calls("java.net.URLDecoder", "decode"))
        .filter(
            r ->
                handler.value(r.site().expression().arguments().get(0), r)
                        instanceof Data.Event event
                    && isDetail(event.path()));
  }

  private static boolean isDetail(List<String> path) {
    String joined = String.join(".", path).replace("get", "").toLowerCase(java.util.Locale.ROOT);
    return joined.endsWith("detail.object.key");
  }
}
