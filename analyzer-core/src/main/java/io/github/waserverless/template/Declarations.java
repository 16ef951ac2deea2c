package io.github.waserverless.template;

import io.github.waserverless.source.Notice;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The entries of a template's {@code Resources} section. */
public final class Declarations {

  private Declarations() {}

  /** The resources as declared, by logical id; what is not one is noticed. */
  public static Map<String, Resource> in(
      String file, Mapping root, Scope scope, Fragments fragments, List<Notice> notices) {
    Map<String, Resource> declared = new LinkedHashMap<>();
    for (Mapping.Entry entry : Scope.section(root, "Resources").entries()) {
      Optional<Resource> resource = resource(file, entry, scope, fragments);
      if (resource.isPresent()) {
        declared.put(entry.name(), resource.get());
      } else {
        notices.add(
            Notice.notLookedAt(
                entry.key().location(), entry.name() + " is not a resource with a known Type"));
      }
    }
    return declared;
  }

  private static Optional<Resource> resource(
      String file, Mapping.Entry entry, Scope scope, Fragments fragments) {
    if (!(entry.value() instanceof Mapping body)
        || !(body.get("Type").orElse(null) instanceof Scalar type)
        || type.isNull()) {
      return Optional.empty();
    }
    Guard exists =
        body.get("Condition").orElse(null) instanceof Scalar condition
            ? scope.condition(condition.raw())
            : Guard.ALWAYS;
    return Optional.of(
        new Resource(
            new Resource.Declaration(
                scope,
                file,
                entry.name(),
                type.raw(),
                entry.name(),
                body,
                entry.key().location(),
                exists,
                fragments.mayExtend(type.raw()))));
  }
}
