package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.JavaFile;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.TypeParameter;
import io.github.waserverless.code.library.SdkTypes;
import io.github.waserverless.code.program.Members;
import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.code.program.SourceMethod;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads names: variables, fields, and the names of types where an expression may stand. */
final class NameReader {

  private static final Set<String> LOGGERS =
      Set.of("Slf4j", "Log4j2", "XSlf4j", "Log4j", "CommonsLog", "JBossLog", "Log", "Flogger");

  private final Bodies bodies;
  private final SourceMethod method;
  private final Body body;

  NameReader(Bodies bodies, SourceMethod method, Body body) {
    this.bodies = bodies;
    this.method = method;
    this.body = body;
  }

  TypeName resolve(TypeName written, Scope scope) {
    if (!written.isKnown()) {
      return written;
    }
    Optional<SourceClass> local = scope.localClass(written.name());
    boolean parameter =
        method.declaration().typeParameters().stream()
            .anyMatch(t -> t.name().equals(written.name()));
    return local.isPresent() || parameter
        ? written
        : bodies.program().resolve(written, method.owner());
  }

  /** The class in the sources that a type is. */
  Optional<SourceClass> source(TypeName type, Scope scope) {
    return scope.localClass(type.name()).or(() -> bodies.program().source(type, method.owner()));
  }

  /** What a type parameter at least is; any other type as it is. */
  TypeName bound(TypeName type) {
    Stream<TypeParameter> ofClass =
        Stream.iterate(
                Optional.of(method.owner()),
                Optional::isPresent,
                c -> c.flatMap(SourceClass::outer))
            .flatMap(Optional::stream)
            .flatMap(c -> c.declaration().typeParameters().stream());
    return type.name().contains(".")
        ? type
        : Stream.concat(method.declaration().typeParameters().stream(), ofClass)
            .filter(p -> p.name().equals(type.name()))
            .findFirst()
            .map(p -> bodies.program().resolve(p.bound(), method.owner()))
            .orElse(type);
  }

  TypeName name(Expression.Name name, Position at) {
    if (name.id().equals("this")) {
      return method.owner().type();
    }
    if (name.id().equals("super")) {
      return bodies.program().supertypes(method.owner()).stream()
          .findFirst()
          .orElse(TypeName.UNKNOWN);
    }
    Optional<Variable> variable = at.scope().variable(name.id());
    if (variable.isPresent()) {
      body.means(name, variable.get());
      return variable.get().type();
    }
    return ownField(name, at).orElseGet(() -> imported(name, at));
  }

  /** A field of the class, of one that it extends, or of one that it stands in. */
  private Optional<TypeName> ownField(Expression.Name name, Position at) {
    Optional<SourceClass> type = Optional.of(method.owner());
    while (type.isPresent()) {
      Optional<Members.FieldFound> found =
          bodies.members().field(type.get(), type.get().type().arguments(), name.id());
      if (found.isPresent()) {
        return Optional.of(read(name, found.get(), at));
      }
      if (name.id().equals("log") && LOGGERS.stream().anyMatch(type.get()::isAnnotated)) {
        return Optional.of(TypeName.of("org.slf4j.Logger"));
      }
      type = type.get().outer();
    }
    return Optional.empty();
  }

  private TypeName read(Expression name, Members.FieldFound found, Position at) {
    body.means(name, found.field());
    body.add(new Site.FieldRead(found.field(), name, at.around()));
    return found.type();
  }

  private TypeName imported(Expression.Name name, Position at) {
    for (JavaFile.Import i : method.owner().file().imports()) {
      if (i.isStatic() && (i.wildcard() || i.simpleName().equals(name.id()))) {
        TypeName type =
            TypeName.of(i.wildcard() ? i.name() : i.name().substring(0, i.name().lastIndexOf('.')));
        Optional<Members.FieldFound> found =
            source(type, at.scope()).flatMap(s -> bodies.members().field(s, List.of(), name.id()));
        if (found.isPresent()) {
          return read(name, found.get(), at);
        }
        if (!i.wildcard()) {
          return isConstant(name.id()) ? type : TypeName.UNKNOWN;
        }
      }
    }
    return TypeName.UNKNOWN;
  }

  /** The type that an expression names. */
  Optional<TypeName> asType(Expression expression, Scope scope) {
    if (expression instanceof Expression.TypeLiteral literal) {
      return Optional.of(resolve(literal.type(), scope));
    }
    if (expression instanceof Expression.Name name) {
      boolean may = Character.isUpperCase(name.id().charAt(0)) && !isVariable(name.id(), scope);
      return may ? Optional.of(resolve(TypeName.of(name.id()), scope)) : Optional.empty();
    }
    if (expression instanceof Expression.Member member && isTypeName(member.name())) {
      return written(member)
          .filter(text -> !isVariable(text.replaceAll("\\..*", ""), scope))
          .map(text -> resolve(TypeName.of(text), scope));
    }
    return Optional.empty();
  }

  private boolean isVariable(String name, Scope scope) {
    return scope.variable(name).isPresent()
        || bodies.members().field(method.owner(), List.of(), name).isPresent();
  }

  private static Optional<String> written(Expression expression) {
    if (expression instanceof Expression.Name name) {
      return Optional.of(name.id());
    }
    return expression instanceof Expression.Member member
        ? written(member.scope()).map(scope -> scope + "." + member.name())
        : Optional.empty();
  }

  private static boolean isTypeName(String name) {
    return Character.isUpperCase(name.charAt(0))
        && (name.length() == 1 || name.chars().anyMatch(Character::isLowerCase));
  }

  private static boolean isConstant(String name) {
    return name.chars().noneMatch(Character::isLowerCase);
  }

  TypeName staticField(Expression.Member member, TypeName type, Position at) {
    Optional<Members.FieldFound> found =
        source(type, at.scope()).flatMap(s -> bodies.members().field(s, List.of(), member.name()));
    if (found.isPresent()) {
      return read(member, found.get(), at);
    }
    if (type.name().equals("java.lang.System")) {
      return TypeName.of("java.io.PrintStream");
    }
    // Handler.this and the constants of libraries' enums
    return member.name().equals("this") || isEnumConstant(member, type) ? type : TypeName.UNKNOWN;
  }

  /** The enums of the first SDK do not write their constants in capitals. */
  private static boolean isEnumConstant(Expression.Member member, TypeName type) {
    return isConstant(member.name())
        || (SdkTypes.isV1(type) && Character.isUpperCase(member.name().charAt(0)));
  }

  TypeName field(Expression.Member member, TypeName of, Position at) {
    TypeName type = bound(of);
    Optional<Members.FieldFound> found =
        source(type, at.scope())
            .flatMap(s -> bodies.members().field(s, type.arguments(), member.name()));
    if (found.isPresent()) {
      return read(member, found.get(), at);
    }
    return type.isArray() && member.name().equals("length") ? TypeName.of("int") : TypeName.UNKNOWN;
  }
}
