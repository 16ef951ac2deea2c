package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.JavaMethod;
import io.github.waserverless.code.flow.Site.FieldWrite;
import io.github.waserverless.code.program.SourceField;
import io.github.waserverless.source.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A field that the init phase gives a random value or the current time, and nothing gives another.
 *
 * @param location what gives it
 * @param isHarmless whether it is a timer, whose start may lie before the snapshot
 */
public record FrozenValue(SourceField field, Location location, boolean isHarmless) {

  /** All such fields that a handler reaches. */
  public static List<FrozenValue> in(Reachability reach, Evaluation values) {
    Map<SourceField, FrozenValue> found = new LinkedHashMap<>();
    for (Step step : reach.steps()) {
      if (step.phase() == Phase.INIT && isInitialiser(step)) {
        step.method().owner().fields().stream()
            .filter(f -> f.isStatic() == step.method().toString().startsWith("static "))
            .forEach(
                f -> f.declaration().value().ifPresent(v -> add(f, v, values.of(v, step), found)));
      }
    }
    reach
        .sites(FieldWrite.class, Phase.INIT)
        .forEach(
            w -> w.site().value().ifPresent(v -> add(w.site().field(), v, values.of(v, w), found)));
    return found.values().stream().filter(f -> !isReplaced(f.field(), reach)).toList();
  }

  private static boolean isInitialiser(Step step) {
    String name = step.method().name();
    return name.equals(JavaMethod.INITIALISER) || name.equals(JavaMethod.STATIC_INITIALISER);
  }

  private static void add(
      SourceField field, Expression value, Data data, Map<SourceField, FrozenValue> into) {
    List<Data.Generated> generated = new ArrayList<>();
    for (Data alternative : data.alternatives()) {
      alternative
          .leaves()
          .filter(Data.Generated.class::isInstance)
          .forEach(d -> generated.add((Data.Generated) d));
    }
    if (!generated.isEmpty() && !field.declaration().type().simpleName().equals("SecureRandom")) {
      boolean timer = Expressions.in(value).stream().anyMatch(FrozenValue::isTimer);
      into.putIfAbsent(field, new FrozenValue(field, value.location(), timer));
    }
  }

  private static boolean isTimer(Expression expression) {
    return expression instanceof Expression.Call call && call.name().equals("nanoTime");
  }

  private static boolean isReplaced(SourceField field, Reachability reach) {
    return reach
        .sites(FieldWrite.class)
        .anyMatch(w -> w.phase() != Phase.INIT && w.site().field() == field);
  }
}
