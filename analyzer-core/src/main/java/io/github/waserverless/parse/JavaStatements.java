package io.github.waserverless.parse;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnionType;
import io.github.waserverless.code.Expression;
import io.github.waserverless.code.Statement;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Turns the library's statements into records. */
final class JavaStatements {

  private final JavaPlaces places;
  private final JavaDeclarations declarations;
  private final JavaExpressions expressions;
  private final JavaNesting nesting = new JavaNesting();

  JavaStatements(JavaPlaces places, JavaDeclarations declarations) {
    this.places = places;
    this.declarations = declarations;
    this.expressions = new JavaExpressions(places, declarations, this, nesting);
  }

  JavaExpressions expressions() {
    return expressions;
  }

  <T> T deeper(Supplier<T> inner) {
    return nesting.deeper(inner);
  }

  Statement.Block block(BlockStmt block) {
    return new Statement.Block(all(block.getStatements()), places.of(block));
  }

  private List<Statement> all(NodeList<com.github.javaparser.ast.stmt.Statement> nodes) {
    List<Statement> converted = new ArrayList<>(nodes.size());
    for (com.github.javaparser.ast.stmt.Statement node : nodes) {
      if (node instanceof ExpressionStmt e
          && e.getExpression() instanceof VariableDeclarationExpr v) {
        converted.addAll(locals(v));
      } else {
        converted.add(of(node));
      }
    }
    return converted;
  }

  private List<Statement> locals(VariableDeclarationExpr declaration) {
    List<Statement> locals = new ArrayList<>(declaration.getVariables().size());
    declaration
        .getVariables()
        .forEach(
            v ->
                locals.add(
                    new Statement.Local(
                        JavaTypes.of(v.getType()),
                        v.getNameAsString(),
                        v.getInitializer().map(expressions::of),
                        places.of(v))));
    return locals;
  }

  /** Declarations of several variables, or other expressions, as statements. */
  private List<Statement> evaluated(
      List<? extends com.github.javaparser.ast.expr.Expression> nodes) {
    List<Statement> converted = new ArrayList<>(nodes.size());
    for (com.github.javaparser.ast.expr.Expression node : nodes) {
      if (node instanceof VariableDeclarationExpr v) {
        converted.addAll(locals(v));
      } else {
        converted.add(new Statement.Evaluate(expressions.of(node), places.of(node)));
      }
    }
    return converted;
  }

  Statement of(com.github.javaparser.ast.stmt.Statement node) {
    return nesting.deeper(() -> converted(node));
  }

  private Statement converted(com.github.javaparser.ast.stmt.Statement node) {
    Location place = places.of(node);
    if (node instanceof BlockStmt block) {
      return block(block);
    }
    if (node instanceof ExpressionStmt expression) {
      List<Statement> parts = evaluated(List.of(expression.getExpression()));
      return parts.size() == 1 ? parts.get(0) : new Statement.Block(parts, place);
    }
    if (node instanceof ReturnStmt r) {
      return new Statement.Return(r.getExpression().map(expressions::of), place);
    }
    if (node instanceof IfStmt branch) {
      return new Statement.If(
          expressions.of(branch.getCondition()),
          of(branch.getThenStmt()),
          branch.getElseStmt().map(this::of),
          place);
    }
    if (node instanceof TryStmt attempt) {
      return attempt(attempt, place);
    }
    if (node instanceof ThrowStmt t) {
      return new Statement.Throw(expressions.of(t.getExpression()), place);
    }
    if (node instanceof SwitchStmt s) {
      return choice(s.getSelector(), s.getEntries(), false, place);
    }
    Optional<Statement> loop = loop(node, place);
    return loop.orElseGet(() -> other(node, place));
  }

  private Optional<Statement> loop(com.github.javaparser.ast.stmt.Statement node, Location place) {
    if (node instanceof ForEachStmt f) {
      var variable = f.getVariable().getVariable(0);
      return Optional.of(
          new Statement.Loop(
              Optional.of(
                  new Statement.Local(
                      JavaTypes.of(variable.getType()),
                      variable.getNameAsString(),
                      Optional.empty(),
                      places.of(variable))),
              Optional.of(expressions.of(f.getIterable())),
              List.of(),
              List.of(),
              of(f.getBody()),
              place));
    }
    if (node instanceof ForStmt f) {
      return Optional.of(
          new Statement.Loop(
              Optional.empty(),
              f.getCompare().map(expressions::of),
              evaluated(f.getInitialization()),
              evaluated(f.getUpdate()),
              of(f.getBody()),
              place));
    }
    if (node instanceof WhileStmt w) {
      return Optional.of(whileLoop(w.getCondition(), w.getBody(), place));
    }
    return node instanceof DoStmt d
        ? Optional.of(whileLoop(d.getCondition(), d.getBody(), place))
        : Optional.empty();
  }

  private Statement whileLoop(
      com.github.javaparser.ast.expr.Expression condition,
      com.github.javaparser.ast.stmt.Statement body,
      Location place) {
    return new Statement.Loop(
        Optional.empty(),
        Optional.of(expressions.of(condition)),
        List.of(),
        List.of(),
        of(body),
        place);
  }

  private Statement other(com.github.javaparser.ast.stmt.Statement node, Location place) {
    if (node instanceof BreakStmt) {
      return new Statement.Jump(false, place);
    }
    if (node instanceof ContinueStmt) {
      return new Statement.Jump(true, place);
    }
    if (node instanceof YieldStmt y) {
      return new Statement.Return(Optional.of(expressions.of(y.getExpression())), place);
    }
    if (node instanceof LabeledStmt l) {
      return of(l.getStatement());
    }
    if (node instanceof SynchronizedStmt s) {
      return block(s.getBody());
    }
    if (node instanceof LocalClassDeclarationStmt l) {
      return new Statement.LocalClass(declarations.type(l.getClassDeclaration(), ""), place);
    }
    if (node instanceof LocalRecordDeclarationStmt l) {
      return new Statement.LocalClass(declarations.type(l.getRecordDeclaration(), ""), place);
    }
    if (node instanceof ExplicitConstructorInvocationStmt c) {
      Expression call =
          new Expression.Call(
              Optional.empty(),
              c.isThis() ? "this" : "super",
              expressions.all(c.getArguments()),
              place);
      return new Statement.Evaluate(call, place);
    }
    return new Statement.Block(List.of(), place);
  }

  private Statement attempt(TryStmt attempt, Location place) {
    return new Statement.Try(
        evaluated(attempt.getResources()),
        block(attempt.getTryBlock()),
        attempt.getCatchClauses().stream().map(this::caught).toList(),
        attempt.getFinallyBlock().map(this::block),
        place);
  }

  private Statement.Catch caught(CatchClause clause) {
    Type type = clause.getParameter().getType();
    List<TypeName> types =
        type instanceof UnionType union
            ? union.getElements().stream().map(JavaTypes::of).toList()
            : List.of(JavaTypes.of(type));
    return new Statement.Catch(
        types, clause.getParameter().getNameAsString(), block(clause.getBody()), places.of(clause));
  }

  Statement.Switch choice(
      com.github.javaparser.ast.expr.Expression selector,
      NodeList<SwitchEntry> entries,
      boolean hasValue,
      Location place) {
    List<Statement.Branch> branches = new ArrayList<>(entries.size());
    for (SwitchEntry entry : entries) {
      branches.add(
          new Statement.Branch(
              expressions.all(entry.getLabels()),
              entry.getGuard().map(expressions::of),
              hasValue ? arm(entry) : all(entry.getStatements())));
    }
    return new Statement.Switch(expressions.of(selector), branches, place);
  }

  /** What stands after an arrow is the value of a switch expression. */
  private List<Statement> arm(SwitchEntry entry) {
    List<Statement> statements = all(entry.getStatements());
    if (entry.getType() == SwitchEntry.Type.EXPRESSION
        && statements.size() == 1
        && statements.get(0) instanceof Statement.Evaluate only) {
      return List.of(new Statement.Return(Optional.of(only.expression()), only.location()));
    }
    return statements;
  }
}
