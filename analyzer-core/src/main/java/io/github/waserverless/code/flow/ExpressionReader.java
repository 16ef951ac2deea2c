package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.JavaParameter;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.flow.Surroundings.Branch;
import io.github.waserverless.code.flow.Variable.Kind;
import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.code.program.SourceMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads expressions: their types, what the names in them mean, what happens in them. */
final class ExpressionReader {

  /** What becomes of the value of an expression. */
  enum Use {
    USED,
    DISCARDED,
    /** It is stored in a field, returned, or given to something that keeps it. */
    KEPT
  }

  private static final TypeName BOOLEAN = TypeName.of("boolean");
  private static final TypeName TEXT = TypeName.of("java.lang.String");

  private final Bodies bodies;
  private final SourceMethod method;
  private final Body body;
  private final BodyReader statements;
  private final NameReader names;
  private final CallReader calls;

  ExpressionReader(Bodies bodies, SourceMethod method, Body body, BodyReader statements) {
    this.bodies = bodies;
    this.method = method;
    this.body = body;
    this.statements = statements;
    this.names = new NameReader(bodies, method, body);
    this.calls = new CallReader(bodies, method, body, this, names);
  }

  TypeName resolve(TypeName written, Position at) {
    return names.resolve(written, at.scope());
  }

  TypeName read(Expression expression, Position at, Use use) {
    return read(expression, at, use, TypeName.UNKNOWN);
  }

  /**
   * Reads an expression.
   *
   * @param expected the type that its place asks for, which tells the parameters of lambdas
   */
  TypeName read(Expression expression, Position at, Use use, TypeName expected) {
    TypeName type = type(expression, at, use, expected);
    body.type(expression, type);
    return type;
  }

  private TypeName type(Expression expression, Position at, Use use, TypeName expected) {
    if (expression instanceof Expression.Call call) {
      return calls.read(call, at, use);
    }
    if (expression instanceof Expression.Name name) {
      return names.name(name, at);
    }
    if (expression instanceof Expression.Literal literal) {
      return literal(literal);
    }
    if (expression instanceof Expression.Member member) {
      return member(member, at);
    }
    if (expression instanceof Expression.Creation creation) {
      return creation(creation, at, expected);
    }
    if (expression instanceof Expression.Assignment assignment) {
      return assignment(assignment, at);
    }
    if (expression instanceof Expression.Operation operation) {
      return operation(operation, at);
    }
    if (expression instanceof Expression.Lambda lambda) {
      List<TypeName> parameters =
          FunctionTypes.parameters(bodies, expected, method.owner()).orElse(List.of());
      return lambda(lambda, parameters, Optional.empty(), at, use == Use.KEPT);
    }
    if (expression instanceof Expression.MethodReference reference) {
      return calls.reference(reference, Optional.empty(), at, use == Use.KEPT);
    }
    return other(expression, at, use, expected);
  }

  private TypeName other(Expression expression, Position at, Use use, TypeName expected) {
    if (expression instanceof Expression.Conditional c) {
      body.add(new Site.BranchSite(c.condition(), Optional.empty(), at.around()));
      read(c.condition(), at, Use.USED);
      TypeName whenTrue =
          read(c.whenTrue(), at.within(new Branch(c.condition(), true)), use, expected);
      TypeName whenFalse =
          read(c.whenFalse(), at.within(new Branch(c.condition(), false)), use, expected);
      return whenTrue.isKnown() && !whenTrue.name().equals("null") ? whenTrue : whenFalse;
    }
    if (expression instanceof Expression.Cast cast) {
      TypeName type = resolve(cast.type(), at);
      read(cast.operand(), at, use, type);
      return type;
    }
    if (expression instanceof Expression.Pattern pattern) {
      TypeName type = resolve(pattern.type(), at);
      at.scope().add(Variable.local(body, pattern.name(), Kind.LOCAL, type));
      pattern.components().forEach(c -> read(c, at, Use.USED));
      return type;
    }
    if (expression instanceof Expression.TypeLiteral literal) {
      return new TypeName("java.lang.Class", List.of(resolve(literal.type(), at)));
    }
    return expression instanceof Expression.SwitchValue value
        ? statements.switchValue(value.statement(), at)
        : TypeName.UNKNOWN;
  }

  private static TypeName literal(Expression.Literal literal) {
    return switch (literal.kind()) {
      case TEXT -> TEXT;
      case BOOLEAN -> BOOLEAN;
      case NULL -> TypeName.of("null");
      case NUMBER -> TypeName.of(literal.text().endsWith("L") ? "long" : "int");
    };
  }

  private TypeName member(Expression.Member member, Position at) {
    Optional<TypeName> type = names.asType(member.scope(), at.scope());
    return type.isPresent()
        ? names.staticField(member, type.get(), at)
        : names.field(member, read(member.scope(), at, Use.USED), at);
  }

  private TypeName creation(Expression.Creation creation, Position at, TypeName expected) {
    List<TypeName> arguments = new ArrayList<>(creation.arguments().size());
    boolean thread = creation.type().simpleName().endsWith("Thread");
    for (Expression argument : creation.arguments()) {
      arguments.add(read(argument, at, thread ? Use.USED : Use.KEPT));
    }
    TypeName type = resolve(creation.type(), at);
    boolean diamond = type.arguments().isEmpty() && !expected.arguments().isEmpty();
    TypeName full = diamond ? new TypeName(type.name(), expected.arguments()) : type;
    Optional<SourceClass> anonymous = creation.body().map(declared -> anonymous(declared, at));
    body.add(new Site.CreationSite(creation, full, arguments, anonymous, at.around()), creation);
    return full;
  }

  private SourceClass anonymous(io.github.waserverless.code.JavaClass declaration, Position at) {
    SourceClass type =
        new SourceClass(method.owner().file(), declaration, Optional.of(method.owner()));
    bodies.capture(type, at.scope());
    return type;
  }

  private TypeName assignment(Expression.Assignment assignment, Position at) {
    TypeName target = read(assignment.target(), at, Use.USED);
    if (assignment.operator().equals("=")) {
      body.onlyWritten(assignment.target());
    }
    boolean kept = body.variable(assignment.target()).isEmpty();
    assignment
        .value()
        .ifPresent(
            value -> {
              read(value, at, kept ? Use.KEPT : Use.USED, target);
              body.variable(assignment.target()).ifPresent(v -> v.assigned(value));
            });
    body.field(written(assignment.target()))
        .ifPresent(
            field ->
                body.add(
                    new Site.FieldWrite(
                        field,
                        assignment.operator(),
                        assignment.value(),
                        assignment,
                        at.around())));
    return target;
  }

  /** An assignment to an element writes to the field that holds the array. */
  private static Expression written(Expression target) {
    return target instanceof Expression.Operation element
            && element.operator().equals("[]")
            && !element.operands().isEmpty()
        ? element.operands().get(0)
        : target;
  }

  private TypeName operation(Expression.Operation operation, Position at) {
    List<TypeName> types = new ArrayList<>(operation.operands().size());
    Position here = at;
    for (Expression operand : operation.operands()) {
      types.add(read(operand, here, Use.USED));
      if (operation.operator().equals("&&") || operation.operator().equals("||")) {
        boolean holds = operation.operator().equals("&&");
        here = new Position(here.scope(), here.around().within(new Branch(operand, holds)));
      }
    }
    return switch (operation.operator()) {
      case "+" -> types.contains(TEXT) ? TEXT : types.get(0);
      case "-", "*", "/", "%", "&", "|", "^", "~", "<<", ">>", ">>>" -> types.get(0);
      case "[]" -> types.get(0).component();
      case "{}" -> TypeName.UNKNOWN;
      default -> BOOLEAN;
    };
  }

  /** Reads a lambda and tells the type of what it returns. */
  TypeName lambda(
      Expression.Lambda lambda,
      List<TypeName> types,
      Optional<Expression.Call> passedTo,
      Position at,
      boolean kept) {
    Position inner = at.within(new Surroundings.InLambda(lambda, passedTo, kept));
    List<Variable> parameters = new ArrayList<>(lambda.parameters().size());
    for (int i = 0; i < lambda.parameters().size(); i++) {
      JavaParameter parameter = lambda.parameters().get(i);
      TypeName declared = resolve(parameter.type(), at);
      boolean written = declared.isKnown() && !declared.name().equals("var");
      TypeName type = written ? declared : i < types.size() ? types.get(i) : TypeName.UNKNOWN;
      Variable variable =
          new Variable(body, parameter.name(), Kind.LAMBDA_PARAMETER, type, i, passedTo);
      parameters.add(variable);
      inner.scope().add(variable);
    }
    body.lambda(lambda, List.copyOf(parameters));
    return statements.lambda(lambda.body(), inner);
  }
}
