package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.flow.Site.BranchSite;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.flow.Site.CreationSite;
import io.github.waserverless.code.flow.Site.FieldWrite;
import io.github.waserverless.code.flow.Site.ReturnSite;
import io.github.waserverless.code.library.SdkTypes;
import io.github.waserverless.code.program.SourceField;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What becomes of a value that may be null: where it goes, and what is done with it there. */
public final class NullHandling {

  /** What is done with the value. */
  enum Use {
    /** It is only handed on. */
    PASSED,
    /** Something fails when it is null. */
    DEREFERENCED,
    /** Something is ready for null. */
    GUARDED
  }

  private static final int ROUNDS = 4;

  private static final Set<String> GUARDS =
      Set.of(
          "ofNullable",
          "requireNonNullElse",
          "requireNonNullElseGet",
          "isNull",
          "nonNull",
          "isBlank",
          "isNotBlank",
          "isEmpty",
          "isNotEmpty",
          "hasText",
          "hasLength",
          "isNullOrEmpty",
          "nullToEmpty",
          "defaultString",
          "defaultIfBlank",
          "defaultIfEmpty",
          "firstNonNull",
          "parseBoolean",
          "equals",
          "equalsIgnoreCase",
          "getBoolean");

  private static final Set<String> DEMANDING =
      Set.of(
          "parseInt",
          "parseLong",
          "parseDouble",
          "requireNonNull",
          "notNull",
          "checkNotNull",
          "create",
          "getPath",
          "get",
          "of",
          "fromString");

  private final Reachability reach;
  private final Set<Expression> expressions = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Variable> variables = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<SourceField> fields = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Variable> asked = Collections.newSetFromMap(new IdentityHashMap<>());
  private Use use = Use.PASSED;

  private NullHandling(Reachability reach) {
    this.reach = reach;
  }

  /** Whether what a handler reaches is ready for an expression that is null. */
  public static boolean isGuarded(Expression value, Reachability reach) {
    return of(value, reach) == Use.GUARDED;
  }

  /** What a handler does with the value of an expression; ready for it where that is not known. */
  static Use of(Expression value, Reachability reach) {
    NullHandling handling = new NullHandling(reach);
    handling.expressions.add(value);
    int before = 0;
    for (int round = 0; round < ROUNDS && handling.size() > before; round++) {
      before = handling.size();
      if (!reach.affordsLook()) {
        return Use.GUARDED;
      }
      reach.steps().forEach(handling::look);
    }
    return handling.use;
  }

  private int size() {
    return expressions.size() + variables.size() + fields.size();
  }

  private void look(Step step) {
    Body body = reach.body(step);
    for (Site site : body.sites()) {
      if (site instanceof CallSite call) {
        look(call, body);
      } else if (site instanceof CreationSite creation) {
        passed(creation.expression(), creation.expression().arguments(), body);
      } else if (site instanceof FieldWrite write
          && write.value().filter(v -> means(v, body)).isPresent()) {
        fields.add(write.field());
      } else if (site instanceof ReturnSite returned
          && returned.statement().value().filter(v -> means(v, body)).isPresent()) {
        step.callers().stream().flatMap(c -> c.expression().stream()).forEach(expressions::add);
      } else if (site instanceof BranchSite branch && isNullCheck(branch.tested(), body)) {
        use = Use.GUARDED;
      }
    }
  }

  private void look(CallSite call, Body body) {
    Expression.Call expression = call.expression();
    if (expression.scope().filter(s -> means(s, body)).isPresent()) {
      raise(Use.DEREFERENCED);
    }
    if (expression.arguments().stream().noneMatch(a -> means(a, body))) {
      return;
    }
    boolean literal = expression.scope().filter(s -> s instanceof Expression.Literal).isPresent();
    boolean ready =
        GUARDS.contains(call.name())
            && (!call.name().startsWith("equals") || literal || isStatic(call));
    if (ready) {
      raise(Use.GUARDED);
    } else if (SdkTypes.isBuilder(call.receiver())
        || SdkTypes.isClient(call.receiver())
        || (DEMANDING.contains(call.name()) && isStatic(call))) {
      raise(Use.DEREFERENCED);
    }
    passed(expression, expression.arguments(), body);
  }

  private static boolean isStatic(CallSite call) {
    return call.on() == Site.Receiver.TYPE;
  }

  private void raise(Use found) {
    use = found.compareTo(use) > 0 ? found : use;
  }

  /** The parameters of what is called in the sources. */
  private void passed(Expression by, List<Expression> arguments, Body body) {
    for (int i = 0; i < arguments.size(); i++) {
      if (means(arguments.get(i), body)) {
        int index = i;
        reach.steps().stream()
            .filter(s -> s.callers().stream().anyMatch(c -> isBy(c, by)))
            .map(reach::body)
            .filter(b -> index < b.parameters().size())
            .forEach(b -> variables.add(b.parameters().get(index)));
      }
    }
  }

  @SuppressWarnings("ReferenceEquality") // two calls that read alike are not one
  private static boolean isBy(Step.Caller caller, Expression by) {
    return caller.expression().filter(e -> e == by).isPresent();
  }

  /** Whether an expression is the value, a variable or a field that it went into. */
  private boolean means(Expression expression, Body body) {
    if (expression instanceof Expression.Cast cast) {
      return means(cast.operand(), body);
    }
    return expressions.contains(expression)
        || body.variable(expression).filter(this::isIt).isPresent()
        || body.field(expression).filter(fields::contains).isPresent();
  }

  private boolean isIt(Variable variable) {
    if (variables.contains(variable)) {
      return true;
    }
    if (!asked.add(variable)) {
      return false;
    }
    boolean is = variable.values().stream().anyMatch(v -> means(v, variable.home()));
    asked.remove(variable);
    if (is) {
      variables.add(variable);
    }
    return is;
  }

  private boolean isNullCheck(Expression tested, Body body) {
    if (tested instanceof Expression.Operation operation) {
      boolean nulls =
          operation.operands().stream()
              .anyMatch(
                  o ->
                      o instanceof Expression.Literal l && l.kind() == Expression.LiteralKind.NULL);
      if (nulls && operation.operands().stream().anyMatch(o -> means(o, body))) {
        return true;
      }
    }
    return tested.children().stream().anyMatch(c -> isNullCheck(c, body));
  }
}
