package io.github.waserverless.parse;

import com.github.javaparser.ast.AccessSpecifier;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithModifiers;
import com.github.javaparser.ast.nodeTypes.NodeWithTypeParameters;
import io.github.waserverless.code.Expression;
import io.github.waserverless.code.JavaAnnotation;
import io.github.waserverless.code.JavaClass;
import io.github.waserverless.code.JavaClass.Kind;
import io.github.waserverless.code.JavaField;
import io.github.waserverless.code.JavaMethod;
import io.github.waserverless.code.JavaParameter;
import io.github.waserverless.code.Statement;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.TypeParameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns the library's declarations into records. */
final class JavaDeclarations {

  private final JavaPlaces places;
  private final JavaStatements statements;

  JavaDeclarations(JavaPlaces places) {
    this.places = places;
    this.statements = new JavaStatements(places, this);
  }

  JavaClass type(TypeDeclaration<?> type, String qualifier) {
    String name =
        qualifier.isEmpty() ? type.getNameAsString() : qualifier + "." + type.getNameAsString();
    Members members = new Members(name);
    if (type instanceof RecordDeclaration r) {
      r.getParameters().forEach(p -> members.fields.add(component(p)));
    }
    if (type instanceof EnumDeclaration e) {
      e.getEntries().forEach(constant -> members.fields.add(constant(constant, name)));
    }
    type.getMembers().forEach(members::add);
    return new JavaClass(
        name,
        kind(type),
        modifiers(type),
        annotations(type.getAnnotations()),
        type instanceof NodeWithTypeParameters<?> generic
            ? typeParameters(generic.getTypeParameters())
            : List.of(),
        type instanceof ClassOrInterfaceDeclaration c && !c.isInterface()
            ? c.getExtendedTypes().getFirst().map(JavaTypes::of)
            : Optional.empty(),
        interfaces(type),
        List.copyOf(members.fields),
        List.copyOf(members.methods),
        List.copyOf(members.nested),
        places.of(type.getName()));
  }

  /** The class that {@code new X() {…}} makes. */
  JavaClass anonymous(TypeName base, NodeList<BodyDeclaration<?>> body, Expression.Name at) {
    String name =
        base.simpleName()
            + "$"
            + at.location().span().startLine()
            + "_"
            + at.location().span().startColumn();
    Members members = new Members(name);
    body.forEach(members::add);
    return new JavaClass(
        name,
        Kind.CLASS,
        Set.of(),
        List.of(),
        List.of(),
        Optional.of(base),
        List.of(),
        List.copyOf(members.fields),
        List.copyOf(members.methods),
        List.copyOf(members.nested),
        at.location());
  }

  private static Kind kind(TypeDeclaration<?> type) {
    if (type instanceof EnumDeclaration) {
      return Kind.ENUM;
    }
    if (type instanceof RecordDeclaration) {
      return Kind.RECORD;
    }
    if (type instanceof AnnotationDeclaration) {
      return Kind.ANNOTATION;
    }
    return type instanceof ClassOrInterfaceDeclaration c && c.isInterface()
        ? Kind.INTERFACE
        : Kind.CLASS;
  }

  private static List<TypeName> interfaces(TypeDeclaration<?> type) {
    if (type instanceof ClassOrInterfaceDeclaration c) {
      return (c.isInterface() ? c.getExtendedTypes() : c.getImplementedTypes())
          .stream().map(JavaTypes::of).toList();
    }
    if (type instanceof EnumDeclaration e) {
      return e.getImplementedTypes().stream().map(JavaTypes::of).toList();
    }
    return type instanceof RecordDeclaration r
        ? r.getImplementedTypes().stream().map(JavaTypes::of).toList()
        : List.of();
  }

  private static Set<String> modifiers(NodeWithModifiers<?> node) {
    Set<String> words = new LinkedHashSet<>();
    node.getModifiers().forEach(m -> words.add(m.getKeyword().asString()));
    return words;
  }

  private List<JavaAnnotation> annotations(NodeList<AnnotationExpr> annotations) {
    List<JavaAnnotation> converted = new ArrayList<>(annotations.size());
    for (AnnotationExpr annotation : annotations) {
      Map<String, Expression> values = new LinkedHashMap<>();
      if (annotation instanceof SingleMemberAnnotationExpr single) {
        values.put("value", statements.expressions().of(single.getMemberValue()));
      } else if (annotation instanceof NormalAnnotationExpr normal) {
        normal
            .getPairs()
            .forEach(
                p -> values.put(p.getNameAsString(), statements.expressions().of(p.getValue())));
      }
      converted.add(
          new JavaAnnotation(annotation.getNameAsString(), values, places.of(annotation)));
    }
    return converted;
  }

  List<JavaParameter> parameters(NodeList<Parameter> parameters) {
    return parameters.stream()
        .map(
            p ->
                new JavaParameter(
                    p.isVarArgs()
                        ? JavaTypes.arrayOf(JavaTypes.of(p.getType()))
                        : JavaTypes.of(p.getType()),
                    p.getNameAsString(),
                    annotations(p.getAnnotations())))
        .toList();
  }

  private static List<TypeParameter> typeParameters(
      NodeList<com.github.javaparser.ast.type.TypeParameter> parameters) {
    return parameters.stream()
        .map(
            p ->
                new TypeParameter(
                    p.getNameAsString(),
                    p.getTypeBound()
                        .getFirst()
                        .map(JavaTypes::of)
                        .orElse(TypeName.of("java.lang.Object"))))
        .toList();
  }

  private JavaField component(Parameter parameter) {
    return new JavaField(
        JavaTypes.of(parameter.getType()),
        parameter.getNameAsString(),
        Set.of("private", "final"),
        annotations(parameter.getAnnotations()),
        Optional.empty(),
        places.of(parameter.getName()));
  }

  private JavaField constant(EnumConstantDeclaration constant, String type) {
    Expression.Name at =
        new Expression.Name(constant.getNameAsString(), places.of(constant.getName()));
    Optional<JavaClass> body =
        constant.getClassBody().isEmpty()
            ? Optional.empty()
            : Optional.of(anonymous(TypeName.of(type), constant.getClassBody(), at));
    return new JavaField(
        TypeName.of(type),
        constant.getNameAsString(),
        Set.of("public", "static", "final"),
        List.of(),
        Optional.of(
            new Expression.Creation(
                TypeName.of(type),
                statements.expressions().all(constant.getArguments()),
                body,
                at.location())),
        at.location());
  }

  /** Collects the members of one type. */
  private final class Members {

    private final String type;
    private final List<JavaField> fields = new ArrayList<>();
    private final List<JavaMethod> methods = new ArrayList<>();
    private final List<JavaClass> nested = new ArrayList<>();

    Members(String type) {
      this.type = type;
    }

    void add(BodyDeclaration<?> member) {
      if (member instanceof FieldDeclaration field) {
        field.getVariables().forEach(v -> fields.add(field(field, v)));
      } else if (member instanceof MethodDeclaration method) {
        methods.add(method(method));
      } else if (member instanceof ConstructorDeclaration c) {
        methods.add(
            new JavaMethod(
                JavaMethod.CONSTRUCTOR,
                List.of(),
                TypeName.of(type),
                parameters(c.getParameters()),
                modifiers(c),
                annotations(c.getAnnotations()),
                Optional.of(statements.block(c.getBody())),
                places.of(c.getName())));
      } else if (member instanceof CompactConstructorDeclaration c) {
        methods.add(initialiser(JavaMethod.INITIALISER, statements.block(c.getBody())));
      } else if (member instanceof InitializerDeclaration i) {
        methods.add(
            initialiser(
                i.isStatic() ? JavaMethod.STATIC_INITIALISER : JavaMethod.INITIALISER,
                statements.block(i.getBody())));
      } else if (member instanceof TypeDeclaration<?> inner) {
        nested.add(statements.deeper(() -> type(inner, type)));
      }
    }

    private JavaField field(FieldDeclaration field, VariableDeclarator variable) {
      return new JavaField(
          JavaTypes.of(variable.getType()),
          variable.getNameAsString(),
          modifiers(field),
          annotations(field.getAnnotations()),
          variable.getInitializer().map(statements.expressions()::of),
          places.of(variable));
    }

    private JavaMethod method(MethodDeclaration method) {
      Set<String> words = modifiers(method);
      boolean inInterface =
          method
              .getParentNode()
              .filter(p -> p instanceof ClassOrInterfaceDeclaration c && c.isInterface())
              .isPresent();
      if (inInterface && method.getAccessSpecifier() == AccessSpecifier.NONE) {
        words.add("public");
      }
      return new JavaMethod(
          method.getNameAsString(),
          typeParameters(method.getTypeParameters()),
          JavaTypes.of(method.getType()),
          parameters(method.getParameters()),
          words,
          annotations(method.getAnnotations()),
          method.getBody().map(statements::block),
          places.of(method.getName()));
    }

    private JavaMethod initialiser(String name, Statement.Block body) {
      return new JavaMethod(
          name,
          List.of(),
          TypeName.of("void"),
          List.of(),
          Set.of(),
          List.of(),
          Optional.of(body),
          body.location());
    }
  }
}
