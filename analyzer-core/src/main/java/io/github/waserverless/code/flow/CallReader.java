package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.JavaFile;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.flow.ExpressionReader.Use;
import io.github.waserverless.code.flow.Site.Receiver;
import io.github.waserverless.code.program.Members;
import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.code.program.SourceMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads calls and method references: whose method, with what, and what they return. */
final class CallReader {

  private final Bodies bodies;
  private final SourceMethod method;
  private final Body body;
  private final ExpressionReader expressions;
  private final NameReader names;
  private final CallTypes types;

  CallReader(
      Bodies bodies,
      SourceMethod method,
      Body body,
      ExpressionReader expressions,
      NameReader names) {
    this.bodies = bodies;
    this.method = method;
    this.body = body;
    this.expressions = expressions;
    this.names = names;
    this.types = new CallTypes(bodies, method.owner());
  }

  /**
   * Whose method a call calls.
   *
   * @param source the class, when it is in the sources
   */
  record Target(Receiver on, TypeName type, Optional<SourceClass> source) {}

  TypeName read(Expression.Call call, Position at, Use use) {
    Target target = target(call, at);
    List<TypeName> arguments = new ArrayList<>(call.arguments().size());
    call.arguments().forEach(a -> arguments.add(isFunction(a) ? TypeName.UNKNOWN : plain(a, at)));
    CallTypes.Shape shape = types.shape(target, call, arguments);
    boolean keeps = keeps(target, call.name());
    TypeName result = TypeName.UNKNOWN;
    for (int i = 0; i < arguments.size(); i++) {
      if (isFunction(call.arguments().get(i))) {
        TypeName given = function(call, i, shape, new Given(at, keeps));
        body.type(call.arguments().get(i), given);
        shape.gives(i, given);
        result = given.isKnown() && !result.isKnown() ? given : result;
      }
    }
    body.add(
        new Site.CallSite(
            call,
            target.on(),
            target.type(),
            List.copyOf(arguments),
            use == Use.DISCARDED,
            at.around()),
        call);
    root(call).flatMap(body::variable).ifPresent(v -> v.used(call));
    return shape.returns(result, call.arguments());
  }

  private TypeName plain(Expression argument, Position at) {
    return expressions.read(argument, at, Use.USED);
  }

  private static boolean isFunction(Expression argument) {
    return argument instanceof Expression.Lambda || argument instanceof Expression.MethodReference;
  }

  private record Given(Position at, boolean kept) {}

  private TypeName function(Expression.Call call, int index, CallTypes.Shape shape, Given given) {
    Expression argument = call.arguments().get(index);
    return argument instanceof Expression.Lambda lambda
        ? expressions.lambda(
            lambda, shape.lambdaParameters(index), Optional.of(call), given.at(), given.kept())
        : reference(
            (Expression.MethodReference) argument, Optional.of(call), given.at(), given.kept());
  }

  TypeName reference(
      Expression.MethodReference reference,
      Optional<Expression.Call> passedTo,
      Position at,
      boolean kept) {
    TypeName type =
        names
            .asType(reference.scope(), at.scope())
            .orElseGet(() -> expressions.read(reference.scope(), at, Use.USED));
    body.add(new Site.ReferenceSite(reference, type, kept, passedTo, at.around()), reference);
    return reference.name().equals("new")
        ? type
        : types.anyOf(names.source(names.bound(type), at.scope()), type, reference.name());
  }

  /** Whether the callee stores a lambda for later: collections, and builders of other libraries. */
  private static boolean keeps(Target target, String name) {
    String type = target.type().name();
    if (type.startsWith("java.util.") && !type.startsWith("java.util.concurrent.")) {
      return switch (name) {
        case "of", "entry", "put", "add", "ofEntries", "asList", "putIfAbsent" -> true;
        default -> false;
      };
    }
    boolean immediate =
        type.startsWith("java.")
            || type.startsWith("software.amazon.awssdk.")
            || type.startsWith("software.amazon.lambda.powertools.idempotency")
            || target.source().isPresent();
    return !immediate || type.equals("java.lang.ThreadLocal");
  }

  private Target target(Expression.Call call, Position at) {
    if (call.scope().isEmpty()) {
      return implicit(call, at);
    }
    Expression scope = call.scope().get();
    Optional<TypeName> type = names.asType(scope, at.scope());
    if (type.isPresent()) {
      return new Target(Receiver.TYPE, type.get(), names.source(type.get(), at.scope()));
    }
    TypeName value = expressions.read(scope, at, Use.USED);
    Receiver on =
        scope instanceof Expression.Name name && name.id().equals("this")
            ? Receiver.THIS
            : scope instanceof Expression.Name name && name.id().equals("super")
                ? Receiver.SUPER
                : Receiver.VALUE;
    return new Target(on, value, names.source(names.bound(value), at.scope()));
  }

  private Target implicit(Expression.Call call, Position at) {
    SourceClass owner = method.owner();
    if (call.name().equals("this") || call.name().equals("super")) {
      return new Target(
          call.name().equals("this") ? Receiver.THIS : Receiver.SUPER,
          owner.type(),
          Optional.of(owner));
    }
    List<TypeName> unknown = call.arguments().stream().map(a -> TypeName.UNKNOWN).toList();
    for (Optional<SourceClass> c = Optional.of(owner); c.isPresent(); c = c.get().outer()) {
      List<Members.MethodFound> found =
          bodies.members().methods(c.get(), c.get().type().arguments(), call.name(), unknown);
      if (!found.isEmpty()) {
        return new Target(Receiver.THIS, c.get().type(), c);
      }
    }
    return imported(call.name(), at)
        .orElse(new Target(Receiver.THIS, owner.type(), Optional.of(owner)));
  }

  private Optional<Target> imported(String name, Position at) {
    for (JavaFile.Import i : method.owner().file().imports()) {
      if (i.isStatic() && !i.wildcard() && i.simpleName().equals(name)) {
        TypeName type = TypeName.of(i.name().substring(0, i.name().lastIndexOf('.')));
        return Optional.of(new Target(Receiver.TYPE, type, names.source(type, at.scope())));
      }
    }
    for (JavaFile.Import i : method.owner().file().imports()) {
      TypeName type = TypeName.of(i.name());
      if (i.isStatic()
          && i.wildcard()
          && types.declares(type, names.source(type, at.scope()), name)) {
        return Optional.of(new Target(Receiver.TYPE, type, names.source(type, at.scope())));
      }
    }
    return Optional.empty();
  }

  /** The innermost expression that a chain of calls begins with. */
  static Optional<Expression> root(Expression.Call call) {
    Optional<Expression> scope = call.scope();
    while (scope.isPresent() && scope.get() instanceof Expression.Call inner) {
      scope = inner.scope();
    }
    return scope;
  }
}
