package io.github.waserverless.app;

import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.flow.Data;
import io.github.waserverless.code.flow.Data.Built;
import io.github.waserverless.code.flow.SdkCall;
import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.template.Resource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The attributes of items that are their keys. */
final class ItemKeys {

  private static final Set<String> TABLES =
      Set.of("AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable");
  private static final Set<String> KEYS =
      Set.of("DynamoDbPartitionKey", "DynamoDbSortKey", "DynamoDBHashKey", "DynamoDBRangeKey");

  private static final Pattern KEY = Pattern.compile("(?i)pk|id|partitionKey|hashKey");
  private static final Pattern OTHER_KEY =
      Pattern.compile("(?!(?i)(correlation|trace|request|session|message|span)).*(Id|_id|ID)");

  private final FunctionHandler handler;

  ItemKeys(FunctionHandler handler) {
    this.handler = handler;
  }

  /** The items that a call writes, or the keys of those that it updates. */
  List<Built> written(SdkCall call) {
    Stream<Data> values =
        switch (call.operation().toString()) {
          case "dynamodb.putItem", "dynamodb.batchWriteItem", "dynamodb.transactWriteItems" ->
              call.arguments("item").stream();
          case "dynamodb.updateItem" ->
              Stream.concat(call.arguments("key").stream(), call.arguments("item").stream());
          default -> Stream.empty();
        };
    return values
        .flatMap(d -> d.alternatives().stream())
        .filter(Built.class::isInstance)
        .map(Built.class::cast)
        .toList();
  }

  /** The names of the key attributes of what a call writes. */
  Set<String> of(SdkCall call) {
    Set<String> keys = new LinkedHashSet<>();
    for (Resource table : handler.resources(call)) {
      if (TABLES.contains(table.type())) {
        table.property("KeySchema").items().stream()
            .flatMap(k -> k.get("AttributeName").text().values().stream())
            .forEach(keys::add);
      }
    }
    written(call).forEach(item -> keys.addAll(ofBean(item.type())));
    call.reached().site().arguments().forEach(type -> keys.addAll(ofBean(type)));
    if (keys.isEmpty()) {
      written(call).forEach(item -> byName(item).ifPresent(keys::add));
    }
    return keys;
  }

  /** By the annotations of the bean's getters or fields. */
  private Set<String> ofBean(TypeName type) {
    Set<String> keys = new LinkedHashSet<>();
    Optional<SourceClass> bean =
        handler.type().flatMap(t -> handler.reach().bodies().program().source(type, t));
    if (bean.isPresent()) {
      bean.get().methods().stream()
          .filter(m -> KEYS.stream().anyMatch(m::isAnnotated))
          .forEach(m -> keys.add(property(m.name())));
      bean.get().fields().stream()
          .filter(
              f ->
                  f.declaration().annotations().stream()
                      .anyMatch(a -> KEYS.contains(a.simpleName())))
          .forEach(f -> keys.add(f.name()));
    }
    return keys;
  }

  private static String property(String getter) {
    String name = getter.replaceFirst("^get", "");
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /** Of a table that is not in sight the key is known by its name, if only one can be it. */
  private static Optional<String> byName(Built item) {
    List<String> names = item.properties().stream().map(Data.Property::name).distinct().toList();
    Optional<String> plain = names.stream().filter(n -> KEY.matcher(n).matches()).findFirst();
    List<String> others = names.stream().filter(n -> OTHER_KEY.matcher(n).matches()).toList();
    return plain.isPresent() || others.size() != 1 ? plain : Optional.of(others.get(0));
  }
}
