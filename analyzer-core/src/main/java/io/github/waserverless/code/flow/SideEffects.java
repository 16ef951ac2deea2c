package io.github.waserverless.code.flow;

import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.flow.SideEffect.Kind;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.library.SdkTypes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what a handler does that a second run would do again. */
final class SideEffects {

  /** Operations that do again what they did; the words follow the name of the handler. */
  private static final Map<String, String> MESSAGES =
      Map.ofEntries(
          Map.entry("sqs.sendMessage", "sends a message"),
          Map.entry("sqs.sendMessageBatch", "sends messages"),
          Map.entry("sns.publish", "publishes a message"),
          Map.entry("sns.publishBatch", "publishes messages"),
          Map.entry("events.putEvents", "puts events"),
          Map.entry("kinesis.putRecord", "puts a record"),
          Map.entry("kinesis.putRecords", "puts records"),
          Map.entry("firehose.putRecord", "puts a record"),
          Map.entry("firehose.putRecordBatch", "puts records"));

  private static final Map<String, String> LETTERS =
      Map.ofEntries(
          Map.entry("ses.sendEmail", "sends an e-mail"),
          Map.entry("ses.sendRawEmail", "sends an e-mail"),
          Map.entry("ses.sendTemplatedEmail", "sends an e-mail"),
          Map.entry("ses.sendBulkTemplatedEmail", "sends e-mails"),
          Map.entry("ses.sendBulkEmail", "sends e-mails"),
          Map.entry("mobiletargeting.sendMessages", "sends messages to people"),
          Map.entry("mobiletargeting.sendUsersMessages", "sends messages to people"),
          Map.entry("pinpointsmsvoicev2.sendTextMessage", "sends a text message"));

  /** What is only told on the side may be told twice. */
  private static final Pattern ASIDE =
      Pattern.compile("^(audit|metric|trace|log)|Audit|Metric|Trac|Telemetry|Logging|Statsd");

  /** Requests that do not change what they are sent to. */
  private static final Pattern READS =
      Pattern.compile("(?i)oauth|token|graphql|search|query|login|/auth");

  private final Reachability reach;
  private final Evaluation values;
  private final List<SdkCall> calls;

  SideEffects(Reachability reach, Evaluation values, List<SdkCall> calls) {
    this.reach = reach;
    this.values = values;
    this.calls = calls;
  }

  List<SideEffect> find() {
    List<SideEffect> all = new ArrayList<>();
    calls.forEach(c -> ofCall(c).ifPresent(all::add));
    SqlStatement.in(reach, values).forEach(s -> ofSql(s).ifPresent(all::add));
    reach.sites(CallSite.class).forEach(r -> ofLibrary(r).ifPresent(all::add));
    HttpCall.in(reach, values).forEach(h -> ofHttp(h).ifPresent(all::add));
    all.removeIf(e -> e.reached().phase() != Phase.INVOKE || isAside(e.reached()));
    all.sort(Comparator.comparing(SideEffect::kind));
    return List.copyOf(all);
  }

  /** What is only done when something failed, or to tell of it. */
  private static boolean isAside(Reached<?> reached) {
    return reached.site().around().inside(Surroundings.Caught.class)
        || reached.path().stream().anyMatch(stop -> ASIDE.matcher(stop.label()).find())
        || ASIDE.matcher(reached.step().method().name()).find();
  }

  private static Optional<SideEffect> ofCall(SdkCall call) {
    String operation = call.operation().toString();
    String message = MESSAGES.get(operation);
    if (message != null) {
      boolean toPhone = operation.equals("sns.publish") && !call.arguments("phoneNumber").isEmpty();
      return toPhone
          ? effect(Kind.LETTER, "sends a text message", call)
          : effect(Kind.MESSAGE, message, call);
    }
    if (LETTERS.containsKey(operation)) {
      return effect(Kind.LETTER, LETTERS.get(operation), call);
    }
    return switch (operation) {
      case "dynamodb.updateItem" ->
          UpdateExpression.repeats(call).flatMap(what -> effect(Kind.CHANGE, what, call));
      case "states.startExecution" -> ofExecution(call);
      case "lambda.invoke" -> effect(Kind.RUN, "invokes a function", call);
      default -> Optional.empty();
    };
  }

  /** Step Functions takes one name once. */
  private static Optional<SideEffect> ofExecution(SdkCall call) {
    return call.argument("name").isPresent() || !call.isRequestKnown()
        ? Optional.empty()
        : effect(Kind.RUN, "starts an execution", call);
  }

  private static Optional<SideEffect> effect(Kind kind, String what, SdkCall call) {
    return Optional.of(
        new SideEffect(kind, what, Optional.of(call), Optional.empty(), call.reached()));
  }

  private static Optional<SideEffect> ofSql(SqlStatement sql) {
    String table = sql.table().orElse("a table");
    if (sql.insertsBlindly()) {
      return Optional.of(effect(Kind.ROW, "inserts into " + table, sql));
    }
    return sql.counts()
        ? Optional.of(effect(Kind.CHANGE, "changes a number in " + table, sql))
        : Optional.empty();
  }

  private static SideEffect effect(Kind kind, String what, SqlStatement sql) {
    return new SideEffect(kind, what, Optional.empty(), Optional.of(sql), sql.reached());
  }

  private Optional<SideEffect> ofLibrary(Reached<CallSite> r) {
    CallSite call = r.site();
    String type = call.receiver().name();
    boolean kafka =
        type.equals("org.apache.kafka.clients.producer.KafkaProducer")
            || type.equals("org.apache.kafka.clients.producer.Producer")
            || type.equals("org.springframework.kafka.core.KafkaTemplate");
    if (kafka && call.name().startsWith("send")) {
      return Optional.of(library(Kind.MESSAGE, "sends a message to Kafka", r));
    }
    if (isLetter(call, r)) {
      return Optional.of(library(Kind.LETTER, "sends a message to a person", r));
    }
    return entity(r)
        .map(e -> library(Kind.ROW, "saves %s under a generated id".formatted(e.simpleName()), r));
  }

  /** Clients of mail servers, and of services that send mail. */
  private boolean isLetter(CallSite call, Reached<CallSite> r) {
    TypeName type = call.receiver();
    boolean mail =
        type.simpleName().equals("JavaMailSender") || type.name().endsWith(".mail.Transport");
    boolean named =
        call.name().matches("send(E?[mM]ail|Sms|SMS|TextMessage)")
            && type.name().contains(".")
            && !SdkTypes.isSdk(type)
            && reach.bodies().program().source(type, r.step().method().owner()).isEmpty();
    return named || (mail && call.name().startsWith("send"));
  }

  private Optional<TypeName> entity(Reached<CallSite> r) {
    return GeneratedIds.savedBy(r, reach.bodies());
  }

  private static SideEffect library(Kind kind, String what, Reached<CallSite> r) {
    return new SideEffect(kind, what, Optional.empty(), Optional.empty(), r);
  }

  private static Optional<SideEffect> ofHttp(HttpCall http) {
    boolean reads =
        http.url()
            .leaves()
            .anyMatch(d -> d instanceof Data.Constant c && READS.matcher(c.text()).find());
    return http.mayRepeatWork() && !reads
        ? Optional.of(
            new SideEffect(
                Kind.REQUEST,
                "makes a %s request".formatted(http.method().orElse("POST")),
                Optional.empty(),
                Optional.empty(),
                http.reached()))
        : Optional.empty();
  }
}
