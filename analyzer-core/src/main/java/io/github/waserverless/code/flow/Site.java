package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.Statement;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.code.program.SourceField;
import io.github.waserverless.source.Location;
import java.util.List;
import java.util.Optional;

/** A place in a method where something happens. */
public sealed interface Site {

  /** What the place lies in. */
  Surroundings around();

  /** Where it is. */
  Location location();

  /** Whose method a call calls. */
  enum Receiver {
    /** An unqualified call, or one on {@code this}. */
    THIS,
    /** A call on {@code super}. */
    SUPER,
    /** A call on a class. */
    TYPE,
    /** A call on the value of an expression. */
    VALUE
  }

  /**
   * A call.
   *
   * @param on whose method it calls
   * @param receiver the type of the object or the class that it is called on; may be a type
   *     parameter of the class that the method stands in
   * @param arguments the types of the arguments
   * @param discarded whether nothing uses what it returns
   */
  record CallSite(
      Expression.Call expression,
      Receiver on,
      TypeName receiver,
      List<TypeName> arguments,
      boolean discarded,
      Surroundings around)
      implements Site {
    @Override
    public Location location() {
      return expression.location();
    }

    /** The name of the method. */
    public String name() {
      return expression.name();
    }

    /** Whether it calls a method of one of these names on a type. */
    public boolean calls(String type, String... names) {
      return receiver.name().equals(type) && List.of(names).contains(name());
    }
  }

  /**
   * A {@code new}.
   *
   * @param body the anonymous class
   */
  record CreationSite(
      Expression.Creation expression,
      TypeName type,
      List<TypeName> arguments,
      Optional<SourceClass> body,
      Surroundings around)
      implements Site {
    @Override
    public Location location() {
      return expression.location();
    }
  }

  /**
   * A method reference.
   *
   * @param type the type before the colons
   * @param kept whether it is stored or returned, not called at once
   * @param passedTo the call that it is an argument of
   */
  record ReferenceSite(
      Expression.MethodReference expression,
      TypeName type,
      boolean kept,
      Optional<Expression.Call> passedTo,
      Surroundings around)
      implements Site {
    @Override
    public Location location() {
      return expression.location();
    }
  }

  /**
   * A write to a field: an assignment, or an assignment to an element of the array in it.
   *
   * @param operator {@code =}, {@code +=}, {@code ++} …
   */
  record FieldWrite(
      SourceField field,
      String operator,
      Optional<Expression> value,
      Expression.Assignment expression,
      Surroundings around)
      implements Site {
    @Override
    public Location location() {
      return expression.location();
    }
  }

  /** A read of a field. */
  record FieldRead(SourceField field, Expression expression, Surroundings around) implements Site {
    @Override
    public Location location() {
      return expression.location();
    }
  }

  /** A return of the method itself or, by its surroundings, of a lambda. */
  record ReturnSite(Statement.Return statement, TypeName type, Surroundings around)
      implements Site {
    @Override
    public Location location() {
      return statement.location();
    }
  }

  /** A throw. */
  record ThrowSite(Statement.Throw statement, TypeName type, Surroundings around) implements Site {
    @Override
    public Location location() {
      return statement.location();
    }
  }

  /**
   * A catch.
   *
   * @param types what it catches, resolved
   * @param of the try that it belongs to
   */
  record CatchSite(
      Statement.Catch statement, List<TypeName> types, Statement.Try of, Surroundings around)
      implements Site {
    @Override
    public Location location() {
      return statement.location();
    }
  }

  /**
   * A loop statement.
   *
   * @param over the type of what a for-each loop goes over
   */
  record LoopSite(Statement.Loop statement, TypeName over, Surroundings around) implements Site {
    @Override
    public Location location() {
      return statement.location();
    }
  }

  /** An if, a switch or a question mark. */
  record BranchSite(Expression tested, Optional<Statement> statement, Surroundings around)
      implements Site {
    @Override
    public Location location() {
      return statement.map(Statement::location).orElse(tested.location());
    }
  }
}
