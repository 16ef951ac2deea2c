package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.Statement;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.flow.ExpressionReader.Use;
import io.github.waserverless.code.flow.Surroundings.Branch;
import io.github.waserverless.code.flow.Variable.Kind;
import io.github.waserverless.code.library.LibraryTypes;
import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.code.program.SourceMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the body of one method: one walk, in the order of the source. */
final class BodyReader {

  private final Bodies bodies;
  private final SourceMethod method;
  private final Body body;
  private final ExpressionReader expressions;

  /** How many switches deep the walk is whose value is asked for. */
  private int yields;

  /** The types of what the lambdas that are being read return, the innermost last. */
  private final List<List<TypeName>> returned = new ArrayList<>();

  BodyReader(Bodies bodies, SourceMethod method) {
    this.bodies = bodies;
    this.method = method;
    this.body = new Body(method);
    this.expressions = new ExpressionReader(bodies, method, body, this);
  }

  Body read() {
    Scope scope = new Scope(bodies.captured(method.owner()));
    for (int i = 0; i < method.parameters().size(); i++) {
      TypeName type = bodies.program().resolve(method.parameters().get(i).type(), method.owner());
      String name = method.parameters().get(i).name();
      Variable parameter = new Variable(body, name, Kind.PARAMETER, type, i, Optional.empty());
      scope.add(parameter);
      body.parameter(parameter);
    }
    method
        .declaration()
        .body()
        .ifPresent(block -> statements(block.statements(), new Position(scope, Surroundings.NONE)));
    return body;
  }

  /** The type of what a lambda with that body returns. */
  TypeName lambda(Statement.Block block, Position at) {
    List<TypeName> types = new ArrayList<>(1);
    returned.add(types);
    int outside = yields;
    yields = 0;
    statements(block.statements(), at);
    yields = outside;
    returned.remove(returned.size() - 1);
    return types.stream().filter(TypeName::isKnown).findFirst().orElse(TypeName.UNKNOWN);
  }

  /** What follows an if that always leaves is only reached when its condition does not hold. */
  private void statements(List<Statement> statements, Position start) {
    Position at = start;
    for (Statement statement : statements) {
      statement(statement, at);
      if (statement instanceof Statement.If branch
          && branch.whenFalse().isEmpty()
          && Leaving.always(branch.whenTrue())) {
        at = new Position(at.scope(), at.around().within(new Branch(branch.condition(), false)));
      }
    }
  }

  private void inside(Statement statement, Position at) {
    statements(
        statement instanceof Statement.Block block ? block.statements() : List.of(statement), at);
  }

  private void statement(Statement statement, Position at) {
    if (statement instanceof Statement.Evaluate e) {
      expressions.read(e.expression(), at, Use.DISCARDED);
    } else if (statement instanceof Statement.Local local) {
      local(local, Kind.LOCAL, at);
    } else if (statement instanceof Statement.Return r) {
      leave(r, at);
    } else if (statement instanceof Statement.If branch) {
      branch(branch, at);
    } else if (statement instanceof Statement.Block block) {
      statements(block.statements(), at.nested());
    } else if (statement instanceof Statement.Loop loop) {
      loop(loop, at.nested());
    } else if (statement instanceof Statement.Try attempt) {
      attempt(attempt, at.nested());
    } else if (statement instanceof Statement.Throw t) {
      TypeName type = expressions.read(t.value(), at, Use.USED);
      body.add(new Site.ThrowSite(t, type, at.around()));
    } else if (statement instanceof Statement.Switch choice) {
      choice(choice, at);
    } else if (statement instanceof Statement.LocalClass local) {
      localClass(local, at);
    }
  }

  private void leave(Statement.Return statement, Position at) {
    boolean ofMethod = returned.isEmpty();
    TypeName type =
        statement
            .value()
            .map(v -> expressions.read(v, at, ofMethod ? Use.KEPT : Use.USED))
            .orElse(TypeName.of("void"));
    if (!ofMethod) {
      returned.get(returned.size() - 1).add(type);
    }
    if (yields == 0) {
      body.add(new Site.ReturnSite(statement, type, at.around()));
    }
  }

  private void local(Statement.Local local, Kind kind, Position at) {
    TypeName declared = expressions.resolve(local.type(), at);
    TypeName type =
        local.value().map(v -> expressions.read(v, at, Use.USED, declared)).orElse(declared);
    boolean inferred = declared.name().equals("var");
    Variable variable = Variable.local(body, local.name(), kind, inferred ? type : declared);
    local.value().ifPresent(variable::assigned);
    body.declares(variable);
    at.scope().add(variable);
  }

  private void branch(Statement.If branch, Position at) {
    body.add(new Site.BranchSite(branch.condition(), Optional.of(branch), at.around()));
    expressions.read(branch.condition(), at, Use.USED);
    inside(branch.whenTrue(), at.within(new Branch(branch.condition(), true)));
    branch
        .whenFalse()
        .ifPresent(other -> inside(other, at.within(new Branch(branch.condition(), false))));
  }

  private void loop(Statement.Loop loop, Position at) {
    statements(loop.before(), at);
    Position inner = at.within(new Surroundings.Looped(loop));
    // a condition is tested in each round
    Position tested = loop.isForEach() ? at : inner;
    TypeName over =
        loop.over().map(o -> expressions.read(o, tested, Use.USED)).orElse(TypeName.UNKNOWN);
    body.add(new Site.LoopSite(loop, loop.isForEach() ? over : TypeName.UNKNOWN, at.around()));
    loop.variable()
        .ifPresent(
            v -> {
              TypeName declared = expressions.resolve(v.type(), at);
              boolean inferred = declared.name().equals("var");
              TypeName type = inferred ? elementOf(over) : declared;
              Variable element = Variable.local(body, v.name(), Kind.ELEMENT, type);
              loop.over().ifPresent(element::assigned);
              inner.scope().add(element);
            });
    inside(loop.body(), inner);
    statements(loop.after(), inner);
  }

  private static TypeName elementOf(TypeName over) {
    return over.isArray()
        ? over.component()
        : LibraryTypes.shipped().withSupertypes(over).stream()
            .filter(s -> s.name().equals("java.lang.Iterable"))
            .findFirst()
            .map(s -> s.argument(0))
            .orElse(TypeName.UNKNOWN);
  }

  private void attempt(Statement.Try attempt, Position at) {
    Position tried = at.within(new Surroundings.Tried(attempt));
    for (Statement resource : attempt.resources()) {
      if (resource instanceof Statement.Local local) {
        local(local, Kind.RESOURCE, tried);
      } else {
        statement(resource, tried);
      }
    }
    statements(attempt.body().statements(), tried);
    for (Statement.Catch handler : attempt.catches()) {
      List<TypeName> types = handler.types().stream().map(t -> expressions.resolve(t, at)).toList();
      body.add(new Site.CatchSite(handler, types, attempt, at.around()));
      Position inner = at.within(new Surroundings.Caught(handler, attempt));
      inner.scope().add(Variable.local(body, handler.name(), Kind.CAUGHT, types.get(0)));
      statements(handler.body().statements(), inner);
    }
    attempt
        .last()
        .ifPresent(
            last -> statements(last.statements(), at.within(new Surroundings.Last(attempt))));
  }

  void choice(Statement.Switch choice, Position at) {
    body.add(new Site.BranchSite(choice.selector(), Optional.of(choice), at.around()));
    expressions.read(choice.selector(), at, Use.USED);
    Position all = at.nested();
    for (Statement.Branch branch : choice.branches()) {
      Position inner =
          new Position(all.scope(), all.around().within(new Surroundings.Case(choice, branch)));
      for (Expression label : branch.labels()) {
        if (label instanceof Expression.Pattern) {
          expressions.read(label, inner, Use.USED);
        }
      }
      branch.guard().ifPresent(g -> expressions.read(g, inner, Use.USED));
      statements(branch.statements(), inner);
    }
  }

  /** The value of a switch is what its branches yield. */
  TypeName switchValue(Statement.Switch choice, Position at) {
    List<TypeName> types = new ArrayList<>(2);
    returned.add(types);
    yields++;
    choice(choice, at);
    yields--;
    returned.remove(returned.size() - 1);
    return types.stream().filter(TypeName::isKnown).findFirst().orElse(TypeName.UNKNOWN);
  }

  private void localClass(Statement.LocalClass local, Position at) {
    SourceClass type =
        new SourceClass(method.owner().file(), local.declaration(), Optional.of(method.owner()));
    at.scope().add(type);
    body.local(type);
    bodies.capture(type, at.scope());
  }
}
