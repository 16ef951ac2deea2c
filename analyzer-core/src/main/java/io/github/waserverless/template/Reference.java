package io.github.waserverless.template;

import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.PartialText;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A name that a value refers to: a resource, a parameter or a pseudo parameter.
 *
 * @param name what is referred to
 * @param attribute the attribute of {@code Fn::GetAtt}; empty for {@code Ref}
 */
public record Reference(String name, String attribute) {

  /** The reference of one intrinsic function, if it is one. */
  public static Optional<Reference> of(Intrinsic call) {
    if (call.is("Ref") && call.argument() instanceof Scalar target) {
      return Optional.of(dotted(target.raw()));
    }
    if (!call.is("GetAtt")) {
      return Optional.empty();
    }
    if (call.argument() instanceof Scalar target) {
      return Optional.of(dotted(target.raw()));
    }
    if (call.argument() instanceof Sequence parts
        && parts.items().size() >= 2
        && parts.items().get(0) instanceof Scalar target
        && parts.items().get(1) instanceof Scalar attribute) {
      return Optional.of(new Reference(target.raw(), attribute.raw()));
    }
    return Optional.empty();
  }

  /** All references in a value, however deep, in the order in which they stand. */
  public static Set<Reference> in(Value value) {
    Set<Reference> found = new LinkedHashSet<>();
    collect(value, found);
    return found;
  }

  static Reference dotted(String text) {
    int dot = text.indexOf('.');
    return dot < 0
        ? new Reference(text, "")
        : new Reference(text.substring(0, dot), text.substring(dot + 1));
  }

  private static void collect(Value value, Set<Reference> into) {
    if (value instanceof Intrinsic call) {
      Optional<Reference> reference = of(call);
      if (reference.isPresent()) {
        into.add(reference.get());
      } else if (call.is("Sub")) {
        collectSubstituted(call.argument(), into);
      } else if (!call.is("Condition")) {
        collect(call.argument(), into);
      }
    } else if (value instanceof Mapping mapping) {
      mapping.entries().forEach(entry -> collect(entry.value(), into));
    } else if (value instanceof Sequence sequence) {
      sequence.items().forEach(item -> collect(item, into));
    } else if (value instanceof PartialText text) {
      text.parts().forEach(part -> collect(part, into));
    }
  }

  private static void collectSubstituted(Value argument, Set<Reference> into) {
    List<Value> items = argument instanceof Sequence s ? s.items() : List.of(argument);
    Mapping names = items.size() > 1 && items.get(1) instanceof Mapping m ? m : null;
    if (!items.isEmpty() && items.get(0) instanceof Scalar text) {
      for (Substitution.Part part : Substitution.parts(text.raw())) {
        if (part.isName() && (names == null || names.get(part.text()).isEmpty())) {
          into.add(dotted(part.text()));
        }
      }
    }
    if (names != null) {
      collect(names, into);
    }
  }
}
