package io.github.waserverless.code;

import io.github.waserverless.source.Location;
import java.util.List;
import java.util.Optional;

/** A statement. */
public sealed interface Statement {

  /** Where it is written. */
  Location location();

  /** A block of statements. */
  record Block(List<Statement> statements, Location location) implements Statement {}

  /** A local variable, a loop's, a resource's or a pattern's. */
  record Local(TypeName type, String name, Optional<Expression> value, Location location)
      implements Statement {}

  /** An expression for its effect. */
  record Evaluate(Expression expression, Location location) implements Statement {}

  /** A branch. */
  record If(
      Expression condition, Statement whenTrue, Optional<Statement> whenFalse, Location location)
      implements Statement {}

  /**
   * A loop.
   *
   * @param variable the variable of a loop over a collection
   * @param over that collection, or the condition of another loop
   * @param before what runs once before it
   * @param after what runs after each round
   */
  record Loop(
      Optional<Local> variable,
      Optional<Expression> over,
      List<Statement> before,
      List<Statement> after,
      Statement body,
      Location location)
      implements Statement {

    /** Whether it goes through a collection. */
    public boolean isForEach() {
      return variable.isPresent();
    }
  }

  /** A try with its resources, catches and finally. */
  record Try(
      List<Statement> resources,
      Block body,
      List<Catch> catches,
      Optional<Block> last,
      Location location)
      implements Statement {}

  /** One catch; several types stand for a union. */
  record Catch(List<TypeName> types, String name, Block body, Location location) {}

  /** A return, or a yield. */
  record Return(Optional<Expression> value, Location location) implements Statement {}

  /** A throw. */
  record Throw(Expression value, Location location) implements Statement {}

  /** A switch. */
  record Switch(Expression selector, List<Branch> branches, Location location)
      implements Statement {}

  /**
   * One case of a switch; no labels is the default.
   *
   * @param guard what must hold besides the match
   */
  record Branch(List<Expression> labels, Optional<Expression> guard, List<Statement> statements) {}

  /** A break or continue. */
  record Jump(boolean isContinue, Location location) implements Statement {}

  /** A class declared inside of a method. */
  record LocalClass(JavaClass declaration, Location location) implements Statement {}
}
