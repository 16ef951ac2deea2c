package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.JavaAnnotation;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.program.Members;
import io.github.waserverless.code.program.Program;
import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.code.program.SourceField;
import io.github.waserverless.code.program.SourceMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which methods in the sources a call may run. */
final class Dispatch {

  private static final int MOST_IMPLEMENTATIONS = 5;

  private final Bodies bodies;
  private final Program program;

  Dispatch(Bodies bodies) {
    this.bodies = bodies;
    this.program = bodies.program();
  }

  /**
   * A method that may run.
   *
   * @param self the class of the object whose method it is
   */
  record Target(SourceMethod method, SourceClass self) {}

  /** A type in a method as the object whose method it is sees it: type parameters are replaced. */
  TypeName bound(TypeName type, Step step) {
    if (type.name().contains(".") && type.arguments().isEmpty()) {
      return type;
    }
    return program.ancestors(step.self()).stream()
        .filter(a -> a.type() == step.method().owner())
        .findFirst()
        .map(a -> type.with(a.bindings()))
        .filter(TypeName::isKnown)
        .orElse(type);
  }

  Optional<SourceClass> source(TypeName type, Step step) {
    return bodies
        .of(step.method())
        .localClass(type.name())
        .or(() -> program.source(type, step.method().owner()))
        .or(() -> upperBound(type, step));
  }

  private Optional<SourceClass> upperBound(TypeName type, Step step) {
    return type.name().contains(".")
        ? Optional.empty()
        : Stream.concat(
                step.method().declaration().typeParameters().stream(),
                step.method().owner().declaration().typeParameters().stream())
            .filter(p -> p.name().equals(type.name()))
            .findFirst()
            .map(p -> program.resolve(p.bound(), step.method().owner()))
            .flatMap(b -> program.source(b, step.method().owner()));
  }

  /** The method in the sources that a call on an object names, also one without a body. */
  Optional<SourceMethod> declared(CallSite call, Step step) {
    return call.on() == Site.Receiver.VALUE
        ? source(bound(call.receiver(), step), step).flatMap(s -> found(s, call).findFirst())
        : Optional.empty();
  }

  /** The annotation of a method that a proxy implements which invokes a function. */
  static Optional<JavaAnnotation> remote(SourceMethod method) {
    return method.isAbstract()
        ? method.declaration().annotations().stream()
            .filter(a -> a.simpleName().equals("LambdaFunction"))
            .findFirst()
        : Optional.empty();
  }

  List<Target> targets(CallSite call, Step step) {
    return switch (call.on()) {
      case THIS -> onThis(call, step);
      case SUPER -> onSuper(call, step);
      case TYPE -> source(call.receiver(), step).map(s -> on(s, call)).orElse(List.of());
      case VALUE -> onValue(call, step);
    };
  }

  private List<Target> onThis(CallSite call, Step step) {
    boolean own = call.receiver().name().equals(step.method().owner().name());
    if (own) {
      return virtual(step.self(), call);
    }
    return source(call.receiver(), step).map(s -> virtual(s, call)).orElse(List.of());
  }

  private List<Target> onSuper(CallSite call, Step step) {
    for (TypeName supertype : program.supertypes(step.method().owner())) {
      Optional<SourceClass> source = program.source(supertype, step.method().owner());
      if (source.isPresent() && !source.get().isInterface()) {
        return found(source.get(), call).map(m -> new Target(m, step.self())).toList();
      }
    }
    return List.of();
  }

  private List<Target> on(SourceClass type, CallSite call) {
    return found(type, call).map(m -> new Target(m, m.owner())).toList();
  }

  private Stream<SourceMethod> found(SourceClass type, CallSite call) {
    return bodies.members().methods(type, List.of(), call.name(), call.arguments()).stream()
        .map(Members.MethodFound::method);
  }

  private List<Target> onValue(CallSite call, Step step) {
    if (declared(call, step).flatMap(Dispatch::remote).isPresent()) {
      return List.of();
    }
    Optional<SourceClass> exact = call.expression().scope().flatMap(scope -> created(scope, step));
    return exact
        .or(() -> source(bound(call.receiver(), step), step))
        .map(s -> virtual(s, call))
        .orElse(List.of());
  }

  /** The class of an object that is created where its variable or field is declared. */
  private Optional<SourceClass> created(Expression scope, Step step) {
    Body body = bodies.of(step.method());
    if (scope instanceof Expression.Creation creation) {
      return site(body, creation);
    }
    Optional<Variable> variable = body.variable(scope);
    if (variable.isPresent()) {
      List<Expression> values = variable.get().values();
      return values.size() == 1 && values.get(0) instanceof Expression.Creation creation
          ? site(body, creation)
          : Optional.empty();
    }
    Optional<SourceField> field = body.field(scope);
    if (field.isPresent()
        && field.get().declaration().isFinal()
        && field.get().declaration().value().orElse(null) instanceof Expression.Creation creation) {
      SourceClass owner = field.get().owner();
      return site(
          bodies.of(field.get().isStatic() ? owner.staticInitialiser() : owner.initialiser()),
          creation);
    }
    return Optional.empty();
  }

  private Optional<SourceClass> site(Body body, Expression.Creation creation) {
    return body.site(creation, Site.CreationSite.class)
        .flatMap(
            c ->
                c.body()
                    .or(() -> body.localClass(c.type().name()))
                    .or(() -> program.source(c.type(), body.method().owner())));
  }

  /** The methods of a class and of those that extend or implement it. */
  private List<Target> virtual(SourceClass type, CallSite call) {
    List<Target> targets = new ArrayList<>();
    for (SourceClass self : concrete(type)) {
      found(self, call)
          .filter(m -> !m.isAbstract())
          .filter(m -> targets.stream().noneMatch(t -> t.method() == m && !overrides(m, self)))
          .forEach(m -> targets.add(new Target(m, self)));
    }
    return targets;
  }

  /** Whether a subclass may change what an inherited method calls. */
  private static boolean overrides(SourceMethod method, SourceClass self) {
    return method.owner() != self;
  }

  List<SourceClass> concrete(SourceClass type) {
    List<SourceClass> all =
        Stream.concat(Stream.of(type), program.subclasses(type).stream())
            .filter(SourceClass::isConcrete)
            .toList();
    if (all.isEmpty()) {
      return type.isInterface() ? List.of() : List.of(type);
    }
    return all.size() > MOST_IMPLEMENTATIONS ? type.isConcrete() ? List.of(type) : List.of() : all;
  }

  /** The methods that a method reference means. */
  List<Target> targets(Site.ReferenceSite reference, Step step) {
    Expression scope = reference.expression().scope();
    boolean self = scope instanceof Expression.Name n && n.id().equals("this");
    Optional<SourceClass> type =
        self ? Optional.of(step.self()) : source(bound(reference.type(), step), step);
    return type.stream()
        .flatMap(t -> concrete(t).stream())
        .flatMap(
            t ->
                program.ancestors(t).stream()
                    .flatMap(a -> a.type().methods().stream())
                    .filter(m -> m.name().equals(reference.expression().name()))
                    .filter(m -> !m.isAbstract())
                    .limit(1)
                    .map(m -> new Target(m, t)))
        .toList();
  }
}
