package io.github.waserverless.code.program;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.JavaClass;
import io.github.waserverless.code.JavaClass.Kind;
import io.github.waserverless.code.JavaField;
import io.github.waserverless.code.JavaFile;
import io.github.waserverless.code.JavaMethod;
import io.github.waserverless.code.Statement;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A class in the sources. The same object stands for it everywhere. */
public final class SourceClass {

  private final JavaFile file;
  private final JavaClass declaration;
  private final Optional<SourceClass> outer;
  private final List<SourceField> fields;
  private final List<SourceMethod> methods;
  private final SourceMethod initialiser;
  private final SourceMethod staticInitialiser;
  private final Map<String, String> resolved = new ConcurrentHashMap<>();

  /**
   * @param outer the class that it stands in
   */
  public SourceClass(JavaFile file, JavaClass declaration, Optional<SourceClass> outer) {
    this.file = file;
    this.declaration = declaration;
    this.outer = outer;
    this.fields = declaration.fields().stream().map(f -> new SourceField(this, f)).toList();
    this.methods =
        declaration.methods().stream()
            .filter(m -> !isInitialiser(m))
            .map(m -> new SourceMethod(this, m))
            .toList();
    this.initialiser = initialiser(JavaMethod.INITIALISER);
    this.staticInitialiser = initialiser(JavaMethod.STATIC_INITIALISER);
  }

  private static boolean isInitialiser(JavaMethod method) {
    return method.name().equals(JavaMethod.INITIALISER)
        || method.name().equals(JavaMethod.STATIC_INITIALISER);
  }

  /** The values of fields and the initialiser blocks, as one method. */
  private SourceMethod initialiser(String name) {
    boolean statics = name.equals(JavaMethod.STATIC_INITIALISER);
    List<Statement> statements = new ArrayList<>();
    for (SourceField field : fields) {
      if (field.isStatic() == statics) {
        field.declaration().value().ifPresent(v -> statements.add(assigned(field, v)));
      }
    }
    for (JavaMethod block : declaration.methods()) {
      if (block.name().equals(name)) {
        block.body().ifPresent(statements::add);
      }
    }
    return new SourceMethod(
        this,
        new JavaMethod(
            name,
            List.of(),
            TypeName.of("void"),
            List.of(),
            statics ? Set.of("static") : Set.of(),
            List.of(),
            Optional.of(new Statement.Block(statements, declaration.location())),
            declaration.location()));
  }

  private static Statement assigned(SourceField field, Expression value) {
    JavaField f = field.declaration();
    return new Statement.Evaluate(
        new Expression.Assignment(
            new Expression.Name(f.name(), f.location()), "=", Optional.of(value), f.location()),
        f.location());
  }

  /** The file that it stands in. */
  public JavaFile file() {
    return file;
  }

  /** How it is declared. */
  public JavaClass declaration() {
    return declaration;
  }

  /** The class that it stands in. */
  public Optional<SourceClass> outer() {
    return outer;
  }

  /** Its name with dots, nested classes too. */
  public String name() {
    return declaration.qualifiedName();
  }

  /** The name after the last dot. */
  public String simpleName() {
    return declaration.simpleName();
  }

  /** Its own type, with its type parameters as arguments. */
  public TypeName type() {
    return new TypeName(
        name(), declaration.typeParameters().stream().map(t -> TypeName.of(t.name())).toList());
  }

  /** Where it is declared. */
  public Location location() {
    return declaration.location();
  }

  /** Whether it is an interface. */
  public boolean isInterface() {
    return declaration.kind() == Kind.INTERFACE || declaration.kind() == Kind.ANNOTATION;
  }

  /** Whether objects of exactly this class can exist. */
  public boolean isConcrete() {
    return !isInterface() && !declaration.modifiers().contains("abstract");
  }

  /** Whether it carries an annotation of that simple name. */
  public boolean isAnnotated(String simpleName) {
    return declaration.annotations().stream().anyMatch(a -> a.simpleName().equals(simpleName));
  }

  /** The fields that it declares. */
  public List<SourceField> fields() {
    return fields;
  }

  /** The methods and constructors that it declares. */
  public List<SourceMethod> methods() {
    return methods;
  }

  /** The constructors that it declares. */
  public List<SourceMethod> constructors() {
    return methods.stream().filter(SourceMethod::isConstructor).toList();
  }

  /** What every new object runs before its constructor. */
  public SourceMethod initialiser() {
    return initialiser;
  }

  /** What runs when the class is first used. */
  public SourceMethod staticInitialiser() {
    return staticInitialiser;
  }

  /** What names were found to mean here. */
  Map<String, String> resolved() {
    return resolved;
  }

  @Override
  public String toString() {
    return name();
  }
}
