package io.github.waserverless.code.library;

import io.github.waserverless.code.TypeName;
import java.util.List;
import java.util.Map;

/**
 * The shape of a library's method.
 *
 * @param lambdaParameters the types that a lambda passed to it gets
 * @param returns what it returns; {@code R} is what that lambda returns, {@code A0} the type of the
 *     first argument
 */
public record LibraryMethod(List<TypeName> lambdaParameters, TypeName returns) {

  /** Nothing is known about the method. */
  public static final LibraryMethod UNKNOWN = new LibraryMethod(List.of(), TypeName.UNKNOWN);

  /** The method with type variables replaced. */
  public LibraryMethod with(Map<String, TypeName> bindings) {
    return new LibraryMethod(
        lambdaParameters.stream().map(p -> p.with(bindings)).toList(), returns.with(bindings));
  }

  /** Whether anything is known about it. */
  @SuppressWarnings("ReferenceEquality") // one object stands for all that is not known
  public boolean isKnown() {
    return this != UNKNOWN;
  }
}
