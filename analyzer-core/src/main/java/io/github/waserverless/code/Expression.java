package io.github.waserverless.code;

import io.github.waserverless.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An expression. */
public sealed interface Expression {

  /** Where it is written. */
  Location location();

  /** The expressions directly inside of it, lambda bodies and class bodies left out. */
  List<Expression> children();

  /** What kind of literal. */
  enum LiteralKind {
    TEXT,
    NUMBER,
    BOOLEAN,
    NULL
  }

  /** A literal; {@code text} is its value without quotes. */
  record Literal(LiteralKind kind, String text, Location location) implements Expression {
    @Override
    public List<Expression> children() {
      return List.of();
    }
  }

  /** A simple name, {@code this} or {@code super}. */
  record Name(String id, Location location) implements Expression {
    @Override
    public List<Expression> children() {
      return List.of();
    }
  }

  /** A field access or a qualified name. */
  record Member(Expression scope, String name, Location location) implements Expression {
    @Override
    public List<Expression> children() {
      return List.of(scope);
    }
  }

  /** A method call; its place is from its name on. */
  record Call(
      Optional<Expression> scope, String name, List<Expression> arguments, Location location)
      implements Expression {
    @Override
    public List<Expression> children() {
      return scope.map(s -> prepend(s, arguments)).orElse(arguments);
    }
  }

  /** A {@code new}, also of an anonymous class or of an array with its dimensions. */
  record Creation(
      TypeName type, List<Expression> arguments, Optional<JavaClass> body, Location location)
      implements Expression {
    @Override
    public List<Expression> children() {
      return arguments;
    }
  }

  /** A lambda; the body of one that is an expression is a return statement. */
  record Lambda(List<JavaParameter> parameters, Statement.Block body, Location location)
      implements Expression {
    @Override
    public List<Expression> children() {
      return List.of();
    }
  }

  /** A method reference; {@code new} is the name of a constructor's. */
  record MethodReference(Expression scope, String name, Location location) implements Expression {
    @Override
    public List<Expression> children() {
      return List.of(scope);
    }
  }

  /** An assignment; {@code ++} and {@code --} are assignments without a value of their own. */
  record Assignment(
      Expression target, String operator, Optional<Expression> value, Location location)
      implements Expression {
    @Override
    public List<Expression> children() {
      return value.map(v -> List.of(target, v)).orElse(List.of(target));
    }
  }

  /** An operation: {@code +}, {@code ==}, {@code !}, {@code instanceof}, {@code []}, {@code {}}. */
  record Operation(String operator, List<Expression> operands, Location location)
      implements Expression {
    @Override
    public List<Expression> children() {
      return operands;
    }
  }

  /** A condition with a question mark. */
  record Conditional(
      Expression condition, Expression whenTrue, Expression whenFalse, Location location)
      implements Expression {
    @Override
    public List<Expression> children() {
      return List.of(condition, whenTrue, whenFalse);
    }
  }

  /** A type pattern, or a record pattern with its components; {@code _} has no name. */
  record Pattern(TypeName type, String name, List<Expression> components, Location location)
      implements Expression {
    @Override
    public List<Expression> children() {
      return components;
    }
  }

  /** A cast. */
  record Cast(TypeName type, Expression operand, Location location) implements Expression {
    @Override
    public List<Expression> children() {
      return List.of(operand);
    }
  }

  /** A type where an expression may stand: {@code X.class}, the scope of a method reference. */
  record TypeLiteral(TypeName type, Location location) implements Expression {
    @Override
    public List<Expression> children() {
      return List.of();
    }
  }

  /** A switch expression: its statement form. */
  record SwitchValue(Statement.Switch statement, Location location) implements Expression {
    @Override
    public List<Expression> children() {
      return List.of(statement.selector());
    }
  }

  private static List<Expression> prepend(Expression first, List<Expression> rest) {
    List<Expression> all = new ArrayList<>(rest.size() + 1);
    all.add(first);
    all.addAll(rest);
    return all;
  }
}
