package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.Expression.LiteralKind;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.flow.Site.FieldWrite;
import io.github.waserverless.code.library.SdkTypes;
import io.github.waserverless.code.program.SourceField;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Tells where values come from: through locals, fields, parameters and the methods in the sources.
 * It belongs to one handler, whose event is the origin of what is event data.
 */
public final class Evaluation {

  private static final int DEEPEST = 20;
  private static final int LONGEST = 4000;

  private final Reachability reach;
  private final Bodies bodies;
  private final Dispatch dispatch;
  private final CallValues calls;
  private final VariableValues variables;
  private final IdentityHashMap<SourceField, List<Reached<FieldWrite>>> writes =
      new IdentityHashMap<>();

  /** What is being evaluated, so that what depends on itself ends. */
  private final IdentityHashMap<Object, Boolean> active = new IdentityHashMap<>();

  private int effort;

  /** The values in what a handler reaches. */
  public Evaluation(Reachability reach) {
    this.reach = reach;
    this.bodies = reach.bodies();
    this.dispatch = new Dispatch(bodies);
    this.calls = new CallValues(this);
    this.variables = new VariableValues(this);
    reach
        .sites(FieldWrite.class)
        .forEach(w -> writes.computeIfAbsent(w.site().field(), f -> new ArrayList<>(1)).add(w));
  }

  /** Where the value of an expression comes from, whichever way it is reached. */
  public synchronized Data of(Expression expression, Reached<?> at) {
    return Data.oneOf(at.steps().stream().map(step -> of(expression, step)).toList());
  }

  /** Where the value of an expression in a reached method comes from. */
  public synchronized Data of(Expression expression, Step step) {
    effort = 0;
    active.clear();
    return of(expression, Frame.of(step, bodies));
  }

  Bodies bodies() {
    return bodies;
  }

  Reachability reach() {
    return reach;
  }

  Dispatch dispatch() {
    return dispatch;
  }

  Data of(Expression expression, Frame frame) {
    if (frame.depth() > DEEPEST || ++effort > LONGEST) {
      return Data.unknown();
    }
    if (expression instanceof Expression.Literal literal) {
      return literal.kind() == LiteralKind.NULL ? Data.none() : new Data.Constant(literal.text());
    }
    if (expression instanceof Expression.Call call) {
      return once(call, () -> calls.of(call, frame));
    }
    if (expression instanceof Expression.Name || expression instanceof Expression.Member) {
      return named(expression, frame);
    }
    if (expression instanceof Expression.Creation creation) {
      return calls.created(creation, frame);
    }
    if (expression instanceof Expression.Operation operation) {
      return operation(operation, frame);
    }
    return other(expression, frame);
  }

  /** What depends on itself, as in {@code x = x + 1}, adds nothing of its own. */
  Data once(Object subject, java.util.function.Supplier<Data> value) {
    if (active.put(subject, true) != null) {
      return Data.none();
    }
    Data result = value.get();
    active.remove(subject);
    return result;
  }

  private Data other(Expression expression, Frame frame) {
    if (expression instanceof Expression.Conditional c) {
      return Data.oneOf(List.of(of(c.whenTrue(), frame), of(c.whenFalse(), frame)));
    }
    if (expression instanceof Expression.Cast cast) {
      return of(cast.operand(), frame);
    }
    if (expression instanceof Expression.Assignment assignment) {
      return assignment.value().map(v -> of(v, frame)).orElse(Data.unknown());
    }
    if (expression instanceof Expression.TypeLiteral literal) {
      return new Data.Symbol(literal.type(), "class");
    }
    if (expression instanceof Expression.Lambda lambda) {
      return calls.consumed(lambda, frame);
    }
    return expression instanceof Expression.SwitchValue value
        ? Data.oneOf(Yields.of(value.statement()).stream().map(y -> of(y, frame)).toList())
        : Data.unknown();
  }

  private Data named(Expression name, Frame frame) {
    Optional<Variable> variable = frame.body().variable(name);
    if (variable.isPresent()) {
      Variable v = variable.get();
      return once(v, () -> variables.of(v, frame));
    }
    Optional<SourceField> field = frame.body().field(name);
    if (field.isPresent()) {
      SourceField f = field.get();
      return once(f, () -> field(f, frame));
    }
    TypeName type = frame.body().type(name);
    String text = name instanceof Expression.Member m ? m.name() : ((Expression.Name) name).id();
    if (text.equals("length") && name instanceof Expression.Member m) {
      return new Data.Derived("length", List.of(of(m.scope(), frame)));
    }
    return type.isKnown() && isConstant(text, type)
        ? new Data.Symbol(type, text)
        : name instanceof Expression.Member m && frame.body().type(m.scope()).isKnown()
            ? new Data.Derived(text, List.of(of(m.scope(), frame)))
            : Data.unknown();
  }

  private static boolean isConstant(String name, TypeName type) {
    return SdkTypes.isV1(type)
        ? Character.isUpperCase(name.charAt(0))
        : name.chars().noneMatch(Character::isLowerCase);
  }

  private Data field(SourceField field, Frame frame) {
    if (isEnumConstant(field)) {
      return new Data.Symbol(TypeName.of(field.owner().name()), field.name());
    }
    Optional<Data> injected = InjectedValues.of(field.declaration().annotations());
    if (injected.isPresent()) {
      return injected.get();
    }
    List<Data> values = new ArrayList<>();
    for (Reached<FieldWrite> write : writes.getOrDefault(field, List.of())) {
      for (Step step : write.steps()) {
        values.add(written(write.site(), inside(step, frame.depth() + 1)));
      }
    }
    if (values.isEmpty()) {
      field.declaration().value().ifPresent(v -> values.add(of(v, declaring(field, frame))));
    }
    return values.isEmpty() ? Data.unknown() : Data.oneOf(values);
  }

  private Data written(FieldWrite write, Frame frame) {
    Data value = write.value().map(v -> of(v, frame)).orElse(Data.unknown());
    return write.operator().equals("=")
        ? value
        : new Data.Derived(write.operator(), List.of(value));
  }

  Frame inside(Step step, int depth) {
    return new Frame(step, bodies.of(step.method()), Optional.empty(), Optional.empty(), depth);
  }

  private Frame declaring(SourceField field, Frame frame) {
    var method = field.isStatic() ? field.owner().staticInitialiser() : field.owner().initialiser();
    return inside(
        new Step(method, field.owner(), frame.step().phase(), null, null), frame.depth() + 1);
  }

  private static boolean isEnumConstant(SourceField field) {
    return field.owner().declaration().kind() == io.github.waserverless.code.JavaClass.Kind.ENUM
        && field.declaration().type().name().equals(field.owner().name());
  }

  private Data operation(Expression.Operation operation, Frame frame) {
    List<Data> operands = operation.operands().stream().map(o -> of(o, frame)).toList();
    if (operation.operator().equals("+")
        && frame.body().type(operation).name().equals("java.lang.String")) {
      return Data.joined(operands);
    }
    if (operation.operator().equals("{}")) {
      return new Data.Elements(operands);
    }
    return Arithmetic.of(operation.operator(), operands)
        .orElseGet(() -> new Data.Derived(operation.operator(), operands));
  }
}
