package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.flow.Site.CreationSite;
import io.github.waserverless.code.flow.Site.FieldWrite;
import io.github.waserverless.code.program.SourceField;
import io.github.waserverless.source.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A text that is written in the code: as the value of a field, or as an argument. */
public record WrittenText(String text, Location location) {

  /** All texts in what a handler reaches, those that it only logs left out. */
  public static List<WrittenText> in(Reachability reach) {
    Map<Location, WrittenText> all = new LinkedHashMap<>();
    Set<Object> seen = new HashSet<>();
    Set<Location> logged = new HashSet<>();
    LogCall.in(reach).forEach(log -> log.arguments().forEach(a -> logged.add(a.location())));
    for (Step step : reach.steps()) {
      if (seen.add(step.method().owner())) {
        for (SourceField field : step.method().owner().fields()) {
          field.declaration().value().ifPresent(v -> collect(v, all));
        }
      }
    }
    reach.sites(CallSite.class).forEach(r -> collect(r.site().expression().arguments(), all));
    reach.sites(CreationSite.class).forEach(r -> collect(r.site().expression().arguments(), all));
    reach.sites(FieldWrite.class).forEach(r -> collect(r.site().value().stream().toList(), all));
    logged.forEach(all::remove);
    return new ArrayList<>(all.values());
  }

  private static void collect(List<Expression> expressions, Map<Location, WrittenText> into) {
    expressions.forEach(e -> collect(e, into));
  }

  private static void collect(Expression expression, Map<Location, WrittenText> into) {
    for (Expression inner : Expressions.in(expression)) {
      if (inner instanceof Expression.Literal literal
          && literal.kind() == Expression.LiteralKind.TEXT) {
        into.putIfAbsent(literal.location(), new WrittenText(literal.text(), literal.location()));
      }
    }
  }
}
