package io.github.waserverless.assembly;

import io.github.waserverless.assembly.ConstructSite.Parent;
import io.github.waserverless.code.Expression;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.program.Program;
import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.source.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where Java code creates the constructs of a path: a synthesis of a Java application records no
 * lines, but the ids along the path stand in the code.
 */
public final class ConstructSites {

  private static final Set<String> APP = Set.of("software.amazon.awscdk.App", "App");

  /** What only holds constructs: a resource is never made by one of these itself. */
  private static final Set<String> CONTAINERS =
      Set.of(
          "software.amazon.awscdk.App",
          "software.amazon.awscdk.Stage",
          "software.amazon.awscdk.Stack",
          "software.amazon.awscdk.NestedStack",
          "software.constructs.Construct",
          // as they are when a whole package is imported
          "App",
          "Stage",
          "Stack",
          "NestedStack",
          "Construct");

  private final Program program;
  private final List<ConstructSite> sites = new ArrayList<>();
  private final Map<String, List<ConstructSite>> byId = new HashMap<>();
  private final IdentityHashMap<SourceClass, Variables> variables = new IdentityHashMap<>();

  /** How far the code above a site agrees with a path. */
  private enum Agreement {
    NO,
    POSSIBLE,
    CERTAIN
  }

  /** The sites in some sources. */
  public ConstructSites(Program program) {
    this.program = program;
    for (SourceClass type : program.classes()) {
      for (ConstructSite site : SiteReader.in(type, program)) {
        sites.add(site);
        site.id().ifPresent(id -> byId.computeIfAbsent(id, i -> new ArrayList<>()).add(site));
      }
    }
  }

  /** The one place where the innermost construct of a path is created that the code names. */
  public Optional<Location> of(String path) {
    List<String> ids = List.of(path.split("/", -1));
    return innermost(ids, Agreement.CERTAIN).or(() -> innermost(ids, Agreement.POSSIBLE));
  }

  private Optional<Location> innermost(List<String> ids, Agreement wanted) {
    for (int depth = ids.size() - 1; depth >= 0; depth--) {
      int at = depth;
      List<ConstructSite> found =
          byId.getOrDefault(ids.get(depth), List.of()).stream()
              .filter(site -> above(site, ids, at) == wanted)
              .toList();
      if (!found.isEmpty()) {
        boolean makesIt =
            found.size() == 1 && (depth == ids.size() - 1 || !isContainer(found.get(0)));
        return makesIt ? Optional.of(found.get(0).location()) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Whether a site with the id at a depth of a path is created in what the path has above it. */
  private Agreement above(ConstructSite site, List<String> ids, int depth) {
    if (site.parent() instanceof Parent.Held held) {
      return above(held.variable(), site.owner(), ids, depth);
    }
    return site.parent() instanceof Parent.Itself
        ? inside(site.owner(), ids, depth)
        : Agreement.POSSIBLE;
  }

  private Agreement above(String variable, SourceClass owner, List<String> ids, int depth) {
    Optional<Expression> value = variables.computeIfAbsent(owner, Variables::new).value(variable);
    if (value.isEmpty()) {
      return Agreement.POSSIBLE;
    }
    if (value.get() instanceof Expression.Creation creation
        && isApp(program.resolve(creation.type(), owner), owner)) {
      return depth == 0 ? Agreement.CERTAIN : Agreement.NO;
    }
    return sites.stream()
        .filter(s -> s.owner() == owner && s.location().contains(value.get().location()))
        .findFirst()
        .map(parent -> agrees(parent, ids, depth - 1))
        .orElse(Agreement.POSSIBLE);
  }

  private Agreement agrees(ConstructSite site, List<String> ids, int depth) {
    if (depth < 0) {
      return Agreement.NO;
    }
    if (site.id().isEmpty()) {
      return Agreement.POSSIBLE;
    }
    return site.id().get().equals(ids.get(depth)) ? above(site, ids, depth) : Agreement.NO;
  }

  /** Whether an instance of a class is what a path has above a depth. */
  private Agreement inside(SourceClass type, List<String> ids, int depth) {
    if (isApp(type.type(), type)) {
      return depth == 0 ? Agreement.CERTAIN : Agreement.NO;
    }
    if (depth == 0) {
      return Agreement.NO;
    }
    Agreement best = Agreement.NO;
    boolean created = false;
    for (ConstructSite site : sites) {
      if (makes(site, type)) {
        created = true;
        Agreement agreement = agrees(site, ids, depth - 1);
        best = agreement.compareTo(best) > 0 ? agreement : best;
      }
    }
    return created ? best : Agreement.POSSIBLE;
  }

  private boolean makes(ConstructSite site, SourceClass type) {
    return program
        .source(site.type(), site.owner())
        .filter(made -> program.ancestors(made).stream().anyMatch(a -> a.type() == type))
        .isPresent();
  }

  private boolean isApp(TypeName type, SourceClass asking) {
    return APP.contains(type.name())
        || program
            .source(type, asking)
            .filter(t -> program.allSupertypes(t).stream().anyMatch(s -> APP.contains(s.name())))
            .isPresent();
  }

  /** A class of the project that extends a construct which makes resources is not one. */
  private boolean isContainer(ConstructSite site) {
    Optional<SourceClass> made = program.source(site.type(), site.owner());
    return made.isEmpty()
        ? CONTAINERS.contains(site.type().name())
        : program.ancestors(made.get()).stream()
            .flatMap(a -> program.supertypes(a.type()).stream())
            .filter(s -> program.source(s, made.get()).isEmpty() && !isInterface(s))
            .allMatch(s -> CONTAINERS.contains(s.name()));
  }

  private static boolean isInterface(TypeName type) {
    return type.name().startsWith("java.") || type.simpleName().matches("I[A-Z].*");
  }
}
