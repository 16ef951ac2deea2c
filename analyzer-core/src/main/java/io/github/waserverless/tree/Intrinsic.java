package io.github.waserverless.tree;

import io.github.waserverless.source.Location;

/**
 * The call of an intrinsic function, in either spelling: {@code !GetAtt A.Arn} and <code>
 * {"Fn::GetAtt": ["A", "Arn"]}</code> both have the function {@code GetAtt}. Tags that are not
 * CloudFormation's ({@code !Rain::Module}) are calls of functions that nobody here knows.
 */
public record Intrinsic(String function, Value argument, Location location) implements Value {

  /** Whether this calls {@code name}. */
  public boolean is(String name) {
    return function.equals(name);
  }

  @Override
  public Intrinsic at(Location place) {
    return new Intrinsic(function, argument, place);
  }
}
