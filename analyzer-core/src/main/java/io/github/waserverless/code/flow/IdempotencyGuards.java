package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.flow.IdempotencyGuard.Kind;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.flow.Site.CatchSite;
import io.github.waserverless.code.library.SdkTypes;
import io.github.waserverless.code.program.SourceMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds how a handler recognises events that it has worked on before. */
public final class IdempotencyGuards {

  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)idempot|dedup|duplicate|already[a-z]*(processed|handled|seen|sent|done|exists)"
              + "|(is|was|been|mark|markAs|set)(Processed|Handled|Seen)\\b|setIfAbsent|setnx"
              + "|processed(Message|Event)s?(Repository|Store|Table)?");

  private static final Pattern TOKEN =
      Pattern.compile("(?i)(set|with|add)?(x-)?idempotency[-_]?(key|token)");

  private static final Pattern CONFLICT =
      Pattern.compile(
          "(ConditionalCheckFailed|TransactionCanceled|DuplicateKey|DataIntegrityViolation"
              + "|SQLIntegrityConstraintViolation|ConstraintViolation|EntityExists"
              + "|ExecutionAlreadyExists|AlreadyExists|Idempotency\\w*|Duplicate\\w*)Exception");

  private static final Pattern CONDITION =
      Pattern.compile("(?i)attribute_not_exists|[^<>]=|<>|version|sequence|timestamp|updated");

  private final Reachability reach;
  private final Evaluation values;
  private final List<SdkCall> calls;

  /**
   * @param calls the calls of AWS that the handler reaches
   */
  public IdempotencyGuards(Reachability reach, Evaluation values, List<SdkCall> calls) {
    this.reach = reach;
    this.values = values;
    this.calls = calls;
  }

  /** The best guard of an effect: one that holds, or else a look before it. */
  public Optional<IdempotencyGuard> of(SideEffect effect) {
    return of(effect.reached())
        .or(() -> effect.call().flatMap(this::byId))
        .or(() -> effect.kind() == SideEffect.Kind.REQUEST ? byToken() : Optional.empty())
        .or(() -> looks(effect.reached()));
  }

  /** What keeps a place from being reached twice for one event, whatever happens there. */
  public Optional<IdempotencyGuard> of(Reached<?> reached) {
    return Stream.of(library(reached), conditions(), statements(), conflicts(), named())
        .flatMap(guards -> guards)
        .findFirst();
  }

  private Stream<IdempotencyGuard> library(Reached<?> reached) {
    Stream<IdempotencyGuard> annotated =
        reached.steps().stream()
            .flatMap(step -> step.way().stream())
            .map(Step::method)
            .filter(IdempotencyGuards::isIdempotent)
            .map(m -> new IdempotencyGuard(Kind.LIBRARY, m.location()));
    Stream<IdempotencyGuard> wrapped =
        reach
            .sites(CallSite.class, Phase.INVOKE)
            .filter(r -> r.site().name().equals("makeIdempotent"))
            .map(r -> new IdempotencyGuard(Kind.LIBRARY, r.location()));
    return Stream.concat(annotated, wrapped);
  }

  private static boolean isIdempotent(SourceMethod method) {
    return method.isAnnotated("Idempotent") || method.owner().isAnnotated("Idempotent");
  }

  /** A write that depends on what is there, in whichever table: events are often kept apart. */
  private Stream<IdempotencyGuard> conditions() {
    return calls.stream()
        .filter(c -> c.phase() == Phase.INVOKE)
        .flatMap(IdempotencyGuards::condition);
  }

  private static Stream<IdempotencyGuard> condition(SdkCall call) {
    boolean guarded =
        switch (call.operation().toString()) {
          case "dynamodb.putItem",
              "dynamodb.updateItem",
              "dynamodb.deleteItem",
              "dynamodb.transactWriteItems" ->
              call.arguments("conditionExpression").stream().anyMatch(IdempotencyGuards::compares)
                  || !call.arguments("expected").isEmpty()
                  || !call.arguments("clientRequestToken").isEmpty();
          case "s3.putObject" -> !call.arguments("ifNoneMatch").isEmpty();
          default -> false;
        };
    return guarded
        ? Stream.of(new IdempotencyGuard(Kind.CONDITION, call.location()))
        : Stream.empty();
  }

  /** What a condition is that is not written in one piece is not known: it may well compare. */
  private static boolean compares(Data condition) {
    return condition.constants().isEmpty()
        || condition.constants().stream().anyMatch(c -> CONDITION.matcher(c).find());
  }

  private Stream<IdempotencyGuard> statements() {
    return SqlStatement.in(reach, values).stream()
        .filter(s -> s.reached().phase() == Phase.INVOKE && s.isGuarded())
        .map(s -> new IdempotencyGuard(Kind.CONDITION, s.location()));
  }

  private Stream<IdempotencyGuard> conflicts() {
    return reach
        .sites(CatchSite.class, Phase.INVOKE)
        .filter(r -> r.site().types().stream().anyMatch(t -> isConflict(t.simpleName())))
        .map(r -> new IdempotencyGuard(Kind.CONFLICT, r.location()));
  }

  private static boolean isConflict(String type) {
    return CONFLICT.matcher(type).matches();
  }

  private Stream<IdempotencyGuard> named() {
    return reach
        .sites(CallSite.class, Phase.INVOKE)
        .filter(r -> isNamed(r.site()))
        .map(r -> new IdempotencyGuard(Kind.NAMED, r.location()));
  }

  /** Setters of tokens only hand an id on, whether it is a good one or not. */
  private static boolean isNamed(CallSite call) {
    boolean sets =
        SdkTypes.isBuilder(call.receiver())
            || TOKEN.matcher(call.name()).matches()
            || call.name().equals("duplicate");
    return !sets
        && (NAMED.matcher(call.name()).find()
            || NAMED.matcher(call.receiver().simpleName()).find());
  }

  /** The key that another service recognises a repeated request by. */
  private Optional<IdempotencyGuard> byToken() {
    return reach
        .sites(CallSite.class, Phase.INVOKE)
        .filter(r -> TOKEN.matcher(r.site().name()).matches() || namesToken(r.site()))
        .map(r -> new IdempotencyGuard(Kind.DEDUPLICATION_ID, r.location()))
        .findFirst();
  }

  private static boolean namesToken(CallSite call) {
    return call.expression().arguments().stream()
        .anyMatch(a -> a instanceof Expression.Literal l && TOKEN.matcher(l.text()).matches());
  }

  /** Of one deduplication id a FIFO queue or topic takes one message, for five minutes. */
  private Optional<IdempotencyGuard> byId(SdkCall call) {
    boolean known =
        Stream.of("messageDeduplicationId", "idempotencyToken", "clientToken")
            .flatMap(name -> call.arguments(name).stream())
            .anyMatch(id -> !id.isGenerated());
    return known
        ? Optional.of(new IdempotencyGuard(Kind.DEDUPLICATION_ID, call.location()))
        : Optional.empty();
  }

  private Optional<IdempotencyGuard> looks(Reached<?> reached) {
    return Guarding.of(reached, reach).stream()
        .filter(c -> isLook(c))
        .map(c -> new IdempotencyGuard(Kind.LOOK, c.expression().location()))
        .findFirst();
  }

  /** Whether a condition asks a store for what it holds. */
  private boolean isLook(Guarding condition) {
    Body body = reach.body(condition.step());
    List<Expression> parts = new ArrayList<>(Expressions.in(condition.expression()));
    return values.of(condition.expression(), condition.step()).leaves().anyMatch(this::isRead)
        || parts.stream()
            .flatMap(e -> body.site(e, CallSite.class).stream())
            .anyMatch(IdempotencyGuards::asksStore);
  }

  private boolean isRead(Data data) {
    return data instanceof Data.Response response
        && response.operation().name().matches("getItem|query|headObject|doesObjectExist");
  }

  private static boolean asksStore(CallSite call) {
    return call.name().matches("(exists|find|contains|has|get|load|fetch)\\w*")
        && call.receiver().simpleName().matches(".*(Repository|Dao|DAO|Store|Table|Cache)");
  }
}
