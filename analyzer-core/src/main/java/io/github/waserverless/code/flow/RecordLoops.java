package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.flow.Site.LoopSite;
import io.github.waserverless.code.library.LibraryTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what a handler does for each record of its event. */
final class RecordLoops {

  /** The types of the records of aws-lambda-java-events. */
  private static final Set<String> RECORDS =
      Set.of(
          "SQSEvent.SQSMessage",
          "SNSEvent.SNSRecord",
          "S3EventNotification.S3EventNotificationRecord",
          "KinesisEvent.KinesisEventRecord",
          "DynamodbEvent.DynamodbStreamRecord",
          "KafkaEvent.KafkaEventRecord",
          "ActiveMQEvent.ActiveMQMessage",
          "RabbitMQEvent.RabbitMessage",
          "KinesisFirehoseEvent.Record");

  private static final String EVENTS = "com.amazonaws.services.lambda.runtime.events.";

  /** What gives the records of an event. */
  private static final Set<String> ACCESSORS =
      Set.of("getRecords", "records", "Records", "getMessages", "getRmqMessagesByQueue");

  private static final Set<String> FOR_EACH =
      Set.of(
          "forEach",
          "forEachOrdered",
          "map",
          "flatMap",
          "mapToObj",
          "mapToInt",
          "filter",
          "peek",
          "anyMatch",
          "allMatch",
          "noneMatch");

  /** What gives a collection or stream with as many elements, but for those that are left out. */
  private static final Set<String> KEEPS_ALL =
      Set.of(
          "stream",
          "parallelStream",
          "map",
          "filter",
          "peek",
          "sorted",
          "distinct",
          "toList",
          "collect",
          "limit",
          "skip",
          "subList",
          "values",
          "entrySet",
          "iterator",
          "parallel",
          "sequential");

  private static final int LONGEST_CHAIN = 12;

  private final Reachability reach;
  private final Evaluation values;

  RecordLoops(Reachability reach, Evaluation values) {
    this.reach = reach;
    this.values = values;
  }

  List<RecordLoop> find() {
    List<RecordLoop> all = new ArrayList<>();
    reach
        .sites(LoopSite.class, Phase.INVOKE)
        .filter(this::goesOverRecords)
        .forEach(r -> all.add(new RecordLoop(r, List.of(r.site().statement()), reach)));
    reach
        .sites(CallSite.class)
        .filter(r -> isForEach(r) || isBatchHandler(r.site()))
        .forEach(r -> all.add(new RecordLoop(r, functions(r.site()), reach)));
    return List.copyOf(all);
  }

  private static List<Expression> functions(CallSite call) {
    return call.expression().arguments().stream()
        .filter(a -> a instanceof Expression.Lambda || a instanceof Expression.MethodReference)
        .toList();
  }

  private boolean goesOverRecords(Reached<LoopSite> r) {
    Optional<Expression> over = r.site().statement().over();
    if (over.isEmpty()) {
      return false;
    }
    return r.site().statement().isForEach()
        ? holdsRecords(over.get(), r, LONGEST_CHAIN)
        : values.of(over.get(), r).leaves().anyMatch(RecordLoops::countsRecords);
  }

  private boolean isForEach(Reached<CallSite> r) {
    return r.phase() == Phase.INVOKE
        && FOR_EACH.contains(r.site().name())
        && !functions(r.site()).isEmpty()
        && r.site()
            .expression()
            .scope()
            .filter(scope -> holdsRecords(scope, r, LONGEST_CHAIN))
            .isPresent();
  }

  /** Powertools calls a function for each record. */
  private static boolean isBatchHandler(CallSite call) {
    return call.name().matches("buildWith(Raw)?MessageHandler")
        && call.receiver().name().contains("powertools.batch");
  }

  /** Whether something holds one element for each record, also after these were converted. */
  private boolean holdsRecords(Expression collection, Reached<?> at, int depth) {
    Body body = reach.body(at.step());
    if (depth == 0) {
      return false;
    }
    if (isOfRecords(body.type(collection)) || isRecords(collection, at)) {
      return true;
    }
    Optional<Variable> variable =
        body.variable(collection).filter(v -> v.kind() == Variable.Kind.LOCAL);
    if (variable.isPresent()) {
      List<Expression> assigned = variable.get().values();
      return assigned.size() == 1 && holdsRecords(assigned.get(0), at, depth - 1);
    }
    return collection instanceof Expression.Call call
        && KEEPS_ALL.contains(call.name())
        && call.scope().filter(scope -> holdsRecords(scope, at, depth - 1)).isPresent();
  }

  private boolean isRecords(Expression collection, Reached<?> at) {
    Expression bare = collection instanceof Expression.Cast cast ? cast.operand() : collection;
    return bare instanceof Expression.Call
        && values.of(bare, at) instanceof Data.Event event
        && ACCESSORS.contains(event.last());
  }

  private static boolean isOfRecords(TypeName type) {
    return LibraryTypes.shipped().withSupertypes(type).stream()
        .filter(t -> t.arguments().size() == 1)
        .map(t -> t.argument(0).name())
        .anyMatch(n -> n.startsWith(EVENTS) && RECORDS.stream().anyMatch(n::endsWith));
  }

  /** A loop that asks for the number of records, or for the next one. */
  private static boolean countsRecords(Data asked) {
    if (!(asked instanceof Data.Event event) || event.path().size() < 2) {
      return false;
    }
    return (event.last().equals("size") || event.last().equals("hasNext"))
        && ACCESSORS.contains(event.path().get(event.path().size() - 2));
  }
}
