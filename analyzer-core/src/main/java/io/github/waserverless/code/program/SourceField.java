package io.github.waserverless.code.program;

import io.github.waserverless.code.JavaField;

/** A field of a class in the sources. The same object stands for it everywhere. */
public final class SourceField {

  private final SourceClass owner;
  private final JavaField declaration;

  SourceField(SourceClass owner, JavaField declaration) {
    this.owner = owner;
    this.declaration = declaration;
  }

  /** The class that declares it. */
  public SourceClass owner() {
    return owner;
  }

  /** How it is declared. */
  public JavaField declaration() {
    return declaration;
  }

  /** Its name. */
  public String name() {
    return declaration.name();
  }

  /** Whether it is shared by all objects, as the fields of interfaces are. */
  public boolean isStatic() {
    return declaration.isStatic() || owner.isInterface();
  }

  @Override
  public String toString() {
    return owner.simpleName() + "." + name();
  }
}
