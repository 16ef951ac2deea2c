package io.github.waserverless.app;

import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.flow.Data;
import io.github.waserverless.code.flow.Returned;
import io.github.waserverless.source.Location;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a handler answers a batch of records.
 *
 * @param kind what its answer means where failures are reported one by one
 * @param type the type of the answer
 * @param mayListFailures whether the answer may name failed records; it does not when each list of
 *     them is known to be empty
 * @param place where it is made
 */
public record BatchResponse(Kind kind, TypeName type, boolean mayListFailures, Location place) {

  /** What an answer means. Source: AWS Lambda Developer Guide, "Success and failure conditions". */
  public enum Kind {
    /** An object with {@code batchItemFailures}. */
    ITEM_FAILURES,
    /** An object without them: the batch counts as processed. */
    OTHER_OBJECT,
    /** No object but a text, a number or a list: the batch counts as failed. */
    NO_OBJECT,
    /** Nothing: the batch counts as processed. */
    NOTHING,
    /** The sources do not tell. */
    UNKNOWN
  }

  static BatchResponse of(FunctionHandler handler) {
    AnswerKinds kinds = new AnswerKinds(handler);
    TypeName declared = handler.result();
    List<Returned> returns = handler.reach().returns(handler.entry().map(EntryPoint::method));
    Kind kind = kind(kinds, declared, returns);
    Optional<Returned> answer =
        returns.stream().filter(r -> kinds.of(declared) != kind && kinds.of(r) == kind).findFirst();
    return new BatchResponse(
        kind,
        answer.map(Returned::type).orElse(declared),
        kind == Kind.ITEM_FAILURES && mayListFailures(handler, returns),
        answer
            .map(Returned::location)
            .or(() -> handler.entry().map(e -> e.method().location()))
            .orElseGet(handler::location));
  }

  /** An answer that may be one thing or another is not judged, unless it may name failures. */
  private static Kind kind(AnswerKinds kinds, TypeName declared, List<Returned> returns) {
    Kind byType = kinds.of(declared);
    boolean alwaysNull =
        !returns.isEmpty() && returns.stream().allMatch(r -> kinds.of(r) == Kind.NOTHING);
    if (alwaysNull || byType != Kind.UNKNOWN) {
      return alwaysNull ? Kind.NOTHING : byType;
    }
    Set<Kind> found = EnumSet.noneOf(Kind.class);
    returns.forEach(r -> found.add(kinds.of(r)));
    if (found.contains(Kind.ITEM_FAILURES)) {
      return Kind.ITEM_FAILURES;
    }
    found.remove(Kind.NOTHING);
    return found.size() == 1 ? found.iterator().next() : Kind.UNKNOWN;
  }

  private static boolean mayListFailures(FunctionHandler handler, List<Returned> returns) {
    return returns.isEmpty()
        || !handler.reach().itemFailures().isEmpty()
        || returns.stream()
            .flatMap(r -> handler.values().of(r.value(), r.step()).alternatives().stream())
            .anyMatch(BatchResponse::mayListFailures);
  }

  private static boolean mayListFailures(Data answer) {
    if (!(answer instanceof Data.Built built)) {
      return true;
    }
    return built.properties().stream()
        .filter(p -> p.name().toLowerCase(java.util.Locale.ROOT).endsWith("batchitemfailures"))
        .flatMap(p -> p.value().alternatives().stream())
        .anyMatch(list -> !list.equals(new Data.Elements(List.of())));
  }
}
