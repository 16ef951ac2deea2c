package io.github.waserverless.rules.idempotency;

import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.app.IdempotencyStore;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.app.RolePermissions;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.List;

/** The table of a store, as the library needs it. */
final class StoreTable {

  private static final List<String> ACTIONS =
      List.of("dynamodb:PutItem", "dynamodb:GetItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem");

  private final Application app;
  private final FunctionHandler handler;
  private final IdempotencyStore store;

  StoreTable(Application app, FunctionHandler handler, IdempotencyStore store) {
    this.app = app;
    this.handler = handler;
    this.store = store;
  }

  void check(Findings findings) {
    if (store.tables().size() != 1) {
      return;
    }
    Resource table = store.tables().iterator().next();
    checkKey(table, findings);
    checkExpiry(table, findings);
    handler.function().ifPresent(f -> checkPermissions(f, table, findings));
  }

  private void checkKey(Resource table, Findings findings) {
    boolean unknown = store.key().isEmpty() || store.sortKey().filter(k -> k.isEmpty()).isPresent();
    Setting schema = table.property("KeySchema");
    if (unknown || !schema.present().alwaysHolds()) {
      return;
    }
    String hash = store.key().get();
    Truth fits = hasKey(schema, "HASH", hash);
    String wanted = hash;
    if (store.sortKey().isPresent()) {
      String range = store.sortKey().get().get();
      fits = fits.and(hasKey(schema, "RANGE", range));
      wanted = hash + " and " + range;
    } else {
      fits = fits.and(hasKeyType(schema, "RANGE").not());
    }
    findings.report(
        Problem.at(
                schema.place(),
                table,
                "%s has another key than %s, which %s keeps its events under: each invocation fails"
                    .formatted(table.name(), wanted, handler.name()))
            .when(fits.not())
            .with(store.reached().location(), "the store of the events"));
  }

  private static Truth hasKey(Setting schema, String type, String name) {
    return schema.items().stream()
        .map(k -> k.get("KeyType").is(type).and(k.get("AttributeName").is(name)))
        .reduce(Truth.NO, Truth::or);
  }

  private static Truth hasKeyType(Setting schema, String type) {
    return schema.items().stream().map(k -> k.get("KeyType").is(type)).reduce(Truth.NO, Truth::or);
  }

  private void checkExpiry(Resource table, Findings findings) {
    if (store.expiry().isEmpty()) {
      return;
    }
    Setting ttl = table.property("TimeToLiveSpecification");
    Truth expires =
        ttl.get("Enabled").isTrue().and(ttl.get("AttributeName").is(store.expiry().get()));
    findings.report(
        Problem.at(
                ttl.present().canHold() ? ttl.place() : table.location(),
                table,
                "%s does not expire by %s: the events that %s has worked on stay there forever"
                    .formatted(table.name(), store.expiry().get(), handler.name()))
            .when(ttl.absent().or(expires.not()))
            .as(WARNING)
            .with(store.reached().location(), "the store of the events"));
  }

  private void checkPermissions(LambdaFunction function, Resource table, Findings findings) {
    List<Resource> roles = app.targets(function.property("Role"), "AWS::IAM::Role");
    if (roles.size() != 1) {
      return;
    }
    RolePermissions permissions = new RolePermissions(app);
    List<String> missing =
        ACTIONS.stream().filter(a -> permissions.lacks(roles.get(0), a, table)).toList();
    if (!missing.isEmpty()) {
      findings.report(
          Problem.of(
                  function.resource(),
                  "%s may not %s on %s, where it keeps its events: its idempotency fails"
                      .formatted(function.name(), String.join(", ", missing), table.name()))
              .with(store.reached().location(), "the store of the events"));
    }
  }
}
