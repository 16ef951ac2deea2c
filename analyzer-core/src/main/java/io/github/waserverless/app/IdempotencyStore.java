package io.github.waserverless.app;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.flow.Data;
import io.github.waserverless.code.flow.Reached;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.template.Resource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The table in which Powertools keeps the events that a handler has worked on.
 *
 * @param tables the tables of the application that it may be
 * @param key the attribute of the partition key; empty when it is not known
 * @param sortKey the attribute of the sort key, when the code names one; empty inside when unknown
 * @param expiry the attribute that says when an event may be forgotten; empty when it is not known
 * @param reached where the table is named
 */
public record IdempotencyStore(
    Set<Resource> tables,
    Optional<String> key,
    Optional<Optional<String>> sortKey,
    Optional<String> expiry,
    Reached<CallSite> reached) {

  private static final String STORE = "DynamoDBPersistenceStore";

  /** The stores that a handler sets up. */
  public static List<IdempotencyStore> in(FunctionHandler handler) {
    return sites(handler, "withTableName").stream().map(r -> of(handler, r)).toList();
  }

  private static IdempotencyStore of(FunctionHandler handler, Reached<CallSite> named) {
    Set<Resource> tables = new LinkedHashSet<>();
    for (Resource resource : handler.resources(argument(handler, named))) {
      if (resource.type().equals("AWS::DynamoDB::Table")
          || resource.type().equals("AWS::DynamoDB::GlobalTable")) {
        tables.add(resource);
      }
    }
    return new IdempotencyStore(
        tables,
        attribute(handler, "withKeyAttr").orElse(Optional.of("id")),
        attribute(handler, "withSortKeyAttr"),
        attribute(handler, "withExpiryAttr").orElse(Optional.of("expiration")),
        named);
  }

  /** The name that the code sets; empty inside when it is not constant. */
  private static Optional<Optional<String>> attribute(FunctionHandler handler, String setter) {
    return sites(handler, setter).stream()
        .map(r -> argument(handler, r).constant())
        .reduce((a, b) -> a.equals(b) ? a : Optional.empty());
  }

  private static Data argument(FunctionHandler handler, Reached<CallSite> r) {
    List<Expression> arguments = r.site().expression().arguments();
    return arguments.isEmpty() ? Data.unknown() : handler.value(arguments.get(0), r);
  }

  private static List<Reached<CallSite>> sites(FunctionHandler handler, String setter) {
    return handler
        .reach()
        .sites(CallSite.class)
        .filter(r -> r.site().name().equals(setter))
        .filter(r -> r.site().receiver().argument(0).simpleName().equals(STORE))
        .toList();
  }
}
