package io.github.waserverless.code.program;

import io.github.waserverless.code.JavaMethod;
import io.github.waserverless.code.JavaParameter;
import io.github.waserverless.source.Location;
import java.util.List;

/** A method of a class in the sources. The same object stands for it everywhere. */
public final class SourceMethod {

  private final SourceClass owner;
  private final JavaMethod declaration;

  SourceMethod(SourceClass owner, JavaMethod declaration) {
    this.owner = owner;
    this.declaration = declaration;
  }

  /** The class that declares it. */
  public SourceClass owner() {
    return owner;
  }

  /** How it is declared. */
  public JavaMethod declaration() {
    return declaration;
  }

  /** Its name; {@code <init>} for constructors. */
  public String name() {
    return declaration.name();
  }

  /** Its parameters. */
  public List<JavaParameter> parameters() {
    return declaration.parameters();
  }

  /** Whether it needs no object. */
  public boolean isStatic() {
    return declaration.isStatic();
  }

  /** Whether it has no body. */
  public boolean isAbstract() {
    return declaration.body().isEmpty();
  }

  /** Whether it is a constructor. */
  public boolean isConstructor() {
    return name().equals(JavaMethod.CONSTRUCTOR);
  }

  /** Whether it carries an annotation of that simple name. */
  public boolean isAnnotated(String simpleName) {
    return declaration.annotations().stream().anyMatch(a -> a.simpleName().equals(simpleName));
  }

  /** Where it is declared. */
  public Location location() {
    return declaration.location();
  }

  /** Whether a call with that many arguments may mean it. */
  boolean takes(int arguments) {
    int size = parameters().size();
    boolean variable = size > 0 && parameters().get(size - 1).type().isArray();
    return size == arguments || (variable && arguments >= size - 1);
  }

  /** {@code Worker.process}, {@code new Worker}, {@code static Worker}. */
  @Override
  public String toString() {
    return switch (name()) {
      case JavaMethod.CONSTRUCTOR, JavaMethod.INITIALISER -> "new " + owner.simpleName();
      case JavaMethod.STATIC_INITIALISER -> "static " + owner.simpleName();
      default -> owner.simpleName() + "." + name();
    };
  }
}
