package io.github.waserverless.template.sam;

import io.github.waserverless.source.Location;
import io.github.waserverless.template.Setting;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** AWS::Serverless::SimpleTable: a table whose key is one attribute. */
final class SimpleTable {

  private static final Map<String, String> TYPES =
      Map.of("String", "S", "Number", "N", "Binary", "B");

  private SimpleTable() {}

  static Mapping table(Output.Cause cause, Mapping properties) {
    Location at = cause.at();
    Mapping key = Nodes.mappingOr(properties.get("PrimaryKey").orElse(null), at);
    Value name = key.get("Name").orElse(Scalar.text("id", at));
    Value type = key.get("Type").map(SimpleTable::type).orElse(Scalar.text("S", at));
    Mapping schema = Nodes.at(at).put("AttributeName", name).put("KeyType", "HASH").map();
    Mapping attribute = Nodes.at(at).put("AttributeName", name).put("AttributeType", type).map();
    Nodes table =
        Nodes.at(at)
            .copyAllBut(properties, Set.of("PrimaryKey"))
            .replaced(properties, "PrimaryKey", "KeySchema", Nodes.list(at, schema))
            .put("AttributeDefinitions", Nodes.list(at, attribute));
    billing(cause, properties).ifPresent(mode -> table.put("BillingMode", mode));
    return table.map();
  }

  private static Optional<Value> billing(Output.Cause cause, Mapping properties) {
    Scalar onDemand = Scalar.text("PAY_PER_REQUEST", cause.at());
    Optional<Value> throughput = properties.get("ProvisionedThroughput");
    if (throughput.isEmpty()) {
      return Optional.of(onDemand);
    }
    Setting setting = Setting.of(cause.resource().scope(), throughput.get());
    return setting.absent().canHold()
        ? Optional.of(
            Conditional.only(cause.resource().scope(), setting.presence().not(), onDemand))
        : Optional.empty();
  }

  private static Value type(Value written) {
    return written instanceof Scalar word
        ? Scalar.text(TYPES.getOrDefault(word.raw(), word.raw()), word.location())
        : written;
  }
}
