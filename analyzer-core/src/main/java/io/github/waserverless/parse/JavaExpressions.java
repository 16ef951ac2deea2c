package io.github.waserverless.parse;

import com.github.javaparser.ast.ArrayCreationLevel;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import io.github.waserverless.code.Expression;
import io.github.waserverless.code.Expression.LiteralKind;
import io.github.waserverless.code.JavaClass;
import io.github.waserverless.code.Statement;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the library's expressions into records. */
final class JavaExpressions {

  private final JavaPlaces places;
  private final JavaDeclarations declarations;
  private final JavaStatements statements;
  private final JavaNesting nesting;

  JavaExpressions(
      JavaPlaces places,
      JavaDeclarations declarations,
      JavaStatements statements,
      JavaNesting nesting) {
    this.nesting = nesting;
    this.places = places;
    this.declarations = declarations;
    this.statements = statements;
  }

  List<Expression> all(NodeList<com.github.javaparser.ast.expr.Expression> nodes) {
    List<Expression> converted = new ArrayList<>(nodes.size());
    nodes.forEach(node -> converted.add(of(node)));
    return converted;
  }

  Expression of(com.github.javaparser.ast.expr.Expression node) {
    com.github.javaparser.ast.expr.Expression inner = node;
    while (inner instanceof EnclosedExpr enclosed) {
      inner = enclosed.getInner();
    }
    com.github.javaparser.ast.expr.Expression bare = inner;
    return nesting.deeper(() -> converted(bare));
  }

  private Expression converted(com.github.javaparser.ast.expr.Expression node) {
    if (node instanceof NameExpr name) {
      return new Expression.Name(name.getNameAsString(), places.of(node));
    }
    if (node instanceof MethodCallExpr call) {
      return call(call);
    }
    if (node instanceof FieldAccessExpr access) {
      return new Expression.Member(
          of(access.getScope()), access.getNameAsString(), places.of(node));
    }
    if (node instanceof ObjectCreationExpr creation) {
      return creation(creation);
    }
    Expression simple = literalOrSelf(node);
    return simple == null ? composite(node) : simple;
  }

  private Expression call(MethodCallExpr call) {
    Location place =
        call.getArguments().isEmpty()
            ? places.of(call.getName())
            : places.between(call.getName(), call);
    return new Expression.Call(
        call.getScope().map(this::of), call.getNameAsString(), all(call.getArguments()), place);
  }

  private Expression creation(ObjectCreationExpr creation) {
    TypeName type = JavaTypes.of(creation.getType());
    Location place = places.of(creation);
    Optional<JavaClass> body =
        creation
            .getAnonymousClassBody()
            .map(members -> declarations.anonymous(type, members, new Expression.Name("", place)));
    return new Expression.Creation(type, all(creation.getArguments()), body, place);
  }

  private @org.jspecify.annotations.Nullable Expression literalOrSelf(
      com.github.javaparser.ast.expr.Expression node) {
    Location place = places.of(node);
    if (node instanceof StringLiteralExpr text) {
      return new Expression.Literal(LiteralKind.TEXT, unescaped(text::asString, text), place);
    }
    if (node instanceof TextBlockLiteralExpr text) {
      return new Expression.Literal(LiteralKind.TEXT, unescaped(text::asString, text), place);
    }
    if (node instanceof CharLiteralExpr text) {
      return new Expression.Literal(LiteralKind.TEXT, text.getValue(), place);
    }
    if (node instanceof LiteralStringValueExpr number) {
      return new Expression.Literal(LiteralKind.NUMBER, number.getValue(), place);
    }
    if (node instanceof BooleanLiteralExpr flag) {
      return new Expression.Literal(LiteralKind.BOOLEAN, Boolean.toString(flag.getValue()), place);
    }
    if (node instanceof NullLiteralExpr) {
      return new Expression.Literal(LiteralKind.NULL, "null", place);
    }
    if (node instanceof ThisExpr) {
      return new Expression.Name("this", place);
    }
    if (node instanceof SuperExpr) {
      return new Expression.Name("super", place);
    }
    if (node instanceof ClassExpr type) {
      return new Expression.TypeLiteral(JavaTypes.of(type.getType()), place);
    }
    return node instanceof TypeExpr type
        ? new Expression.TypeLiteral(JavaTypes.of(type.getType()), place)
        : null;
  }

  /** An escape that the library cannot undo leaves the text as written. */
  private static String unescaped(
      java.util.function.Supplier<String> text, LiteralStringValueExpr literal) {
    try {
      return text.get();
    } catch (IllegalArgumentException e) {
      return literal.getValue();
    }
  }

  private Expression composite(com.github.javaparser.ast.expr.Expression node) {
    Location place = places.of(node);
    if (node instanceof BinaryExpr binary) {
      return binary(binary);
    }
    if (node instanceof AssignExpr assign) {
      return new Expression.Assignment(
          of(assign.getTarget()),
          assign.getOperator().asString(),
          Optional.of(of(assign.getValue())),
          place);
    }
    if (node instanceof UnaryExpr unary) {
      return unary(unary);
    }
    if (node instanceof LambdaExpr lambda) {
      return lambda(lambda);
    }
    if (node instanceof MethodReferenceExpr reference) {
      return new Expression.MethodReference(
          of(reference.getScope()), reference.getIdentifier(), place);
    }
    if (node instanceof ConditionalExpr choice) {
      return new Expression.Conditional(
          of(choice.getCondition()), of(choice.getThenExpr()), of(choice.getElseExpr()), place);
    }
    if (node instanceof CastExpr cast) {
      return new Expression.Cast(JavaTypes.of(cast.getType()), of(cast.getExpression()), place);
    }
    if (node instanceof SwitchExpr choice) {
      return new Expression.SwitchValue(
          statements.choice(choice.getSelector(), choice.getEntries(), true, place), place);
    }
    return operation(node, place);
  }

  /** Long chains of {@code +} are common and would nest as deep as they are long. */
  private Expression binary(BinaryExpr binary) {
    List<Expression> operands = new ArrayList<>();
    com.github.javaparser.ast.expr.Expression left = binary;
    while (left instanceof BinaryExpr inner && inner.getOperator() == binary.getOperator()) {
      operands.add(0, of(inner.getRight()));
      left = inner.getLeft();
    }
    operands.add(0, of(left));
    return new Expression.Operation(binary.getOperator().asString(), operands, places.of(binary));
  }

  private Expression unary(UnaryExpr unary) {
    String operator = unary.getOperator().asString();
    Expression operand = of(unary.getExpression());
    return operator.equals("++") || operator.equals("--")
        ? new Expression.Assignment(operand, operator, Optional.empty(), places.of(unary))
        : new Expression.Operation(operator, List.of(operand), places.of(unary));
  }

  private Expression lambda(LambdaExpr lambda) {
    Location place = places.of(lambda);
    Statement body = statements.of(lambda.getBody());
    if (body instanceof Statement.Evaluate expression) {
      body = new Statement.Return(Optional.of(expression.expression()), expression.location());
    }
    Statement.Block block =
        body instanceof Statement.Block b ? b : new Statement.Block(List.of(body), body.location());
    return new Expression.Lambda(declarations.parameters(lambda.getParameters()), block, place);
  }

  private Expression array(ArrayCreationExpr array, Location place) {
    TypeName type = JavaTypes.of(array.getElementType());
    List<Expression> dimensions = new ArrayList<>();
    for (ArrayCreationLevel level : array.getLevels()) {
      type = JavaTypes.arrayOf(type);
      level.getDimension().ifPresent(d -> dimensions.add(of(d)));
    }
    if (array.getInitializer().isEmpty()) {
      return new Expression.Creation(type, dimensions, Optional.empty(), place);
    }
    List<Expression> elements = all(array.getInitializer().get().getValues());
    return new Expression.Cast(type, new Expression.Operation("{}", elements, place), place);
  }

  private Expression operation(com.github.javaparser.ast.expr.Expression node, Location place) {
    if (node instanceof InstanceOfExpr test) {
      List<Expression> operands = new ArrayList<>();
      operands.add(of(test.getExpression()));
      operands.add(
          test.getPattern()
              .map(this::of)
              .orElseGet(() -> new Expression.TypeLiteral(JavaTypes.of(test.getType()), place)));
      return new Expression.Operation("instanceof", operands, place);
    }
    if (node instanceof ArrayAccessExpr access) {
      return new Expression.Operation(
          "[]", List.of(of(access.getName()), of(access.getIndex())), place);
    }
    if (node instanceof ArrayInitializerExpr array) {
      return new Expression.Operation("{}", all(array.getValues()), place);
    }
    if (node instanceof ArrayCreationExpr array) {
      return array(array, place);
    }
    if (node instanceof TypePatternExpr pattern) {
      return new Expression.Pattern(
          JavaTypes.of(pattern.getType()), pattern.getNameAsString(), List.of(), place);
    }
    if (node instanceof RecordPatternExpr pattern) {
      List<Expression> components = new ArrayList<>();
      pattern.getPatternList().forEach(p -> components.add(of(p)));
      return new Expression.Pattern(JavaTypes.of(pattern.getType()), "_", components, place);
    }
    List<Expression> parts = new ArrayList<>();
    for (Node child : node.getChildNodes()) {
      if (child instanceof com.github.javaparser.ast.expr.Expression part) {
        parts.add(of(part));
      }
    }
    return new Expression.Operation(node.getClass().getSimpleName(), parts, place);
  }
}
