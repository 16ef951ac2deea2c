package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A parameter or local variable of a method or lambda. The same object stands for all its uses. */
public final class Variable {

  /** How a variable gets its value. */
  public enum Kind {
    /** From the caller of the method. */
    PARAMETER,
    /** From what calls the lambda. */
    LAMBDA_PARAMETER,
    /** From each element of what a loop goes over. */
    ELEMENT,
    /** From the try that it belongs to. */
    RESOURCE,
    /** From a throw. */
    CAUGHT,
    /** By assignment. */
    LOCAL
  }

  private final Body home;
  private final String name;
  private final Kind kind;
  private final TypeName type;
  private final int index;
  private final Optional<Expression.Call> passedTo;
  private final List<Expression> values = new ArrayList<>(1);
  private final List<Expression.Call> uses = new ArrayList<>(2);

  Variable(
      Body home,
      String name,
      Kind kind,
      TypeName type,
      int index,
      Optional<Expression.Call> passedTo) {
    this.home = home;
    this.name = name;
    this.kind = kind;
    this.type = type;
    this.index = index;
    this.passedTo = passedTo;
  }

  static Variable local(Body home, String name, Kind kind, TypeName type) {
    return new Variable(home, name, kind, type, -1, Optional.empty());
  }

  void assigned(Expression value) {
    values.add(value);
  }

  void used(Expression.Call call) {
    uses.add(call);
  }

  /** The method that declares it. */
  public Body home() {
    return home;
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** How it gets its value. */
  public Kind kind() {
    return kind;
  }

  /** Its type, as far as it is known. */
  public TypeName type() {
    return type;
  }

  /** The position of a parameter. */
  public int index() {
    return index;
  }

  /** The call that the lambda of a lambda's parameter is passed to. */
  public Optional<Expression.Call> passedTo() {
    return passedTo;
  }

  /** What is assigned to it; of a loop's variable what the loop goes over. */
  public List<Expression> values() {
    return values;
  }

  /** The calls on it, those further down a chain of calls included. */
  public List<Expression.Call> uses() {
    return uses;
  }
}
