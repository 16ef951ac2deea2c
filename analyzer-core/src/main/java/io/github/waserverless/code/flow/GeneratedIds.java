package io.github.waserverless.code.flow;

import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.program.Program;
import io.github.waserverless.code.program.SourceClass;
import java.util.Optional;
import java.util.Set;

/** Entities whose ids the database makes, so that each save of a new one adds a row. */
final class GeneratedIds {

  private static final Set<String> SAVES = Set.of("save", "saveAndFlush", "persist", "merge");

  private GeneratedIds() {}

  /** The type of a new entity with a generated id that a call saves. */
  static Optional<TypeName> savedBy(Reached<CallSite> r, Bodies bodies) {
    CallSite call = r.site();
    if (!SAVES.contains(call.name()) || call.arguments().size() != 1 || !isStore(call, r, bodies)) {
      return Optional.empty();
    }
    TypeName type = call.arguments().get(0);
    SourceClass asking = r.step().method().owner();
    return bodies
        .program()
        .source(type, asking)
        .filter(entity -> hasGeneratedId(entity, bodies.program()))
        .filter(entity -> isNew(call, r, bodies))
        .map(entity -> type);
  }

  private static boolean isStore(CallSite call, Reached<CallSite> r, Bodies bodies) {
    String type = call.receiver().simpleName();
    return type.equals("EntityManager")
        || type.equals("Session")
        || bodies
            .program()
            .source(call.receiver(), r.step().method().owner())
            .filter(s -> isRepository(s, bodies.program()))
            .isPresent();
  }

  private static boolean isRepository(SourceClass type, Program program) {
    return program.allSupertypes(type).stream()
        .anyMatch(s -> s.simpleName().matches("(Jpa|Crud|ListCrud|PagingAndSorting)Repository"));
  }

  private static boolean hasGeneratedId(SourceClass entity, Program program) {
    return program.ancestors(entity).stream()
        .flatMap(a -> a.type().fields().stream())
        .flatMap(f -> f.declaration().annotations().stream())
        .anyMatch(a -> a.simpleName().equals("GeneratedValue"));
  }

  /** An entity that was loaded before is updated; a new one comes from a constructor or builder. */
  private static boolean isNew(CallSite call, Reached<CallSite> r, Bodies bodies) {
    Body body = bodies.of(r.step().method());
    var argument = call.expression().arguments().get(0);
    if (argument instanceof io.github.waserverless.code.Expression.Creation) {
      return true;
    }
    return body.variable(argument)
        .filter(v -> v.kind() == Variable.Kind.LOCAL && v.values().size() == 1)
        .map(v -> v.values().get(0))
        .filter(io.github.waserverless.code.Expression.Creation.class::isInstance)
        .isPresent();
  }
}
