package io.github.waserverless.template;

import io.github.waserverless.source.Location;
import io.github.waserverless.source.Notice;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Tells a whole template from a part of one: a file for a merge tool, or one that a macro may
 * change. What the missing rest could supply is not known.
 */
public final class Fragments {

  private static final String SERVERLESS = "AWS::Serverless";
  private static final Set<String> HARMLESS =
      Set.of("AWS::LanguageExtensions", "AWS::Include", "AWS::CodeDeployBlueGreen");

  private final List<String> transforms;
  private final boolean usesServerless;

  /** Looks at what a template says of its transforms. */
  public Fragments(Mapping root) {
    this.transforms = transforms(root);
    this.usesServerless =
        Scope.section(root, "Resources").entries().stream()
            .map(Mapping.Entry::value)
            .anyMatch(
                r ->
                    r instanceof Mapping body
                        && body.get("Type").orElse(null) instanceof Scalar type
                        && type.raw().startsWith(SERVERLESS + "::"));
  }

  private static List<String> transforms(Mapping root) {
    List<String> names = new ArrayList<>();
    for (Value item :
        root.get("Transform").orElse(null) instanceof Sequence list
            ? list.items()
            : root.get("Transform").stream().toList()) {
      if (item instanceof Scalar name) {
        names.add(name.raw());
      } else if (item instanceof Mapping call
          && call.get("Name").orElse(null) instanceof Scalar n) {
        names.add(n.raw());
      }
    }
    return names;
  }

  /** Whether something that is not here may set further properties of resources of a type. */
  boolean mayExtend(String type) {
    return hasMacro() || (lacksTransform() && type.startsWith(SERVERLESS + "::"));
  }

  private boolean lacksTransform() {
    return usesServerless && transforms.stream().noneMatch(t -> t.startsWith(SERVERLESS));
  }

  private boolean hasMacro() {
    return transforms.stream().anyMatch(t -> !isHarmless(t));
  }

  private static boolean isHarmless(String transform) {
    return transform.startsWith(SERVERLESS)
        || transform.startsWith("AWS::SecretsManager")
        || HARMLESS.contains(transform);
  }

  /** Whether the template is not whole; says why, once. */
  public boolean isFragment(
      Map<String, Resource> resources, Scope scope, String file, List<Notice> notices) {
    Location start = Location.startOf(file);
    if (hasMacro()) {
      notices.add(
          Notice.notLookedAt(
              start,
              "what the macro "
                  + transforms.stream().filter(t -> !isHarmless(t)).findFirst().orElse("")
                  + " makes of this template is not known"));
      return true;
    }
    if (lacksTransform()) {
      notices.add(
          Notice.notLookedAt(
              start,
              "AWS::Serverless resources without the transform: this is read as a part of a"
                  + " template whose Globals are elsewhere"));
      return true;
    }
    Set<String> owners = new HashSet<>();
    resources.values().forEach(resource -> owners.add(resource.owner()));
    for (Resource resource : resources.values()) {
      for (Reference reference : Reference.in(resource.body())) {
        if (!isDeclared(reference.name(), resources, scope, owners)) {
          notices.add(
              Notice.notLookedAt(
                  resource.location(),
                  resource.owner()
                      + " refers to "
                      + reference.name()
                      + ", which is not declared: this is read as a part of a template"));
          return true;
        }
      }
      if (hasForeignTag(resource.body())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDeclared(
      String name, Map<String, Resource> resources, Scope scope, Set<String> owners) {
    return name.startsWith("AWS::")
        || resources.containsKey(name)
        || scope.parameter(name).isPresent()
        || isGenerated(name, owners);
  }

  /** Ids that SAM makes of a declared one, such as {@code OrdersVersion0a1b2c}. */
  private static boolean isGenerated(String name, Set<String> owners) {
    return name.startsWith("Serverless")
        || IntStream.rangeClosed(1, name.length())
            .anyMatch(length -> owners.contains(name.substring(0, length)));
  }

  private static boolean hasForeignTag(Value value) {
    if (value instanceof Intrinsic call) {
      return call.function().contains("::")
          || call.is("YAMLInclude")
          || hasForeignTag(call.argument());
    }
    if (value instanceof Mapping mapping) {
      for (Mapping.Entry entry : mapping.entries()) {
        if (hasForeignTag(entry.value())) {
          return true;
        }
      }
    }
    if (value instanceof Sequence list) {
      for (Value item : list.items()) {
        if (hasForeignTag(item)) {
          return true;
        }
      }
    }
    return false;
  }
}
