package io.github.waserverless.assembly;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.Expression.Call;
import io.github.waserverless.code.Expression.Creation;
import io.github.waserverless.code.Expression.Literal;
import io.github.waserverless.code.Expression.LiteralKind;
import io.github.waserverless.code.Expression.Member;
import io.github.waserverless.code.Expression.Name;
import io.github.waserverless.code.JavaField;
import io.github.waserverless.code.JavaMethod;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.flow.Expressions;
import io.github.waserverless.code.program.Program;
import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds where a class creates constructs: {@code new X(this, "Id")}, {@code X.Builder.create}. */
final class SiteReader {

  private final Program program;
  private final SourceClass owner;

  private SiteReader(Program program, SourceClass owner) {
    this.program = program;
    this.owner = owner;
  }

  static List<ConstructSite> in(SourceClass owner, Program program) {
    SiteReader reader = new SiteReader(program, owner);
    List<ConstructSite> found = new ArrayList<>();
    for (Expression expression : reader.expressions().toList()) {
      reader.site(expression).ifPresent(found::add);
    }
    return found;
  }

  private Stream<Expression> expressions() {
    return Stream.concat(
        owner.declaration().methods().stream()
            .map(JavaMethod::body)
            .flatMap(Optional::stream)
            .flatMap(body -> Expressions.in(body).stream()),
        owner.declaration().fields().stream()
            .map(JavaField::value)
            .flatMap(Optional::stream)
            .flatMap(value -> Expressions.in(value).stream()));
  }

  private Optional<ConstructSite> site(Expression expression) {
    if (expression instanceof Creation creation && creation.arguments().size() >= 2) {
      return site(creation.type(), creation.arguments(), creation.location());
    }
    if (expression instanceof Call call
        && call.name().equals("create")
        && call.arguments().size() >= 2
        && call.scope().orElse(null) instanceof Member builder
        && builder.name().equals("Builder")) {
      return site(
          TypeName.of(text(builder.scope())),
          call.arguments(),
          builder.location().to(call.location()));
    }
    return Optional.empty();
  }

  private Optional<ConstructSite> site(
      TypeName written, List<Expression> arguments, Location location) {
    TypeName type = program.resolve(written, owner);
    ConstructSite.Parent parent = parent(arguments.get(0));
    return type.name().startsWith("java.") || arguments.get(0) instanceof Literal
        ? Optional.empty()
        : Optional.of(new ConstructSite(id(arguments.get(1)), type, owner, parent, location));
  }

  private static ConstructSite.Parent parent(Expression argument) {
    if (argument instanceof Name name) {
      return name.id().equals("this")
          ? new ConstructSite.Parent.Itself()
          : new ConstructSite.Parent.Held(name.id());
    }
    return argument instanceof Member field && text(field.scope()).equals("this")
        ? new ConstructSite.Parent.Held(field.name())
        : new ConstructSite.Parent.Unknown();
  }

  private Optional<String> id(Expression argument) {
    if (argument instanceof Literal literal) {
      return literal.kind() == LiteralKind.TEXT ? Optional.of(literal.text()) : Optional.empty();
    }
    if (argument instanceof Name name) {
      return constant(Optional.of(owner), name.id());
    }
    return argument instanceof Member member
        ? constant(
            program.source(program.resolve(TypeName.of(text(member.scope())), owner), owner),
            member.name())
        : Optional.empty();
  }

  private static Optional<String> constant(Optional<SourceClass> type, String name) {
    return type.flatMap(t -> t.declaration().field(name))
        .filter(field -> field.isFinal() && field.isStatic())
        .flatMap(JavaField::value)
        .filter(value -> value instanceof Literal text && text.kind() == LiteralKind.TEXT)
        .map(value -> ((Literal) value).text());
  }

  /** A qualified name as written. */
  private static String text(Expression name) {
    if (name instanceof Name simple) {
      return simple.id();
    }
    return name instanceof Member member ? text(member.scope()) + "." + member.name() : "";
  }
}
