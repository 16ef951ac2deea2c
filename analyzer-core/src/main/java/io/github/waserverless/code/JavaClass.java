package io.github.waserverless.code;

import io.github.waserverless.source.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A class, interface, enum or record.
 *
 * @param qualifiedName with dots, nested classes too; an anonymous class has its place in it
 * @param superclass what it extends
 * @param interfaces what it implements, or what an interface extends
 */
public record JavaClass(
    String qualifiedName,
    Kind kind,
    Set<String> modifiers,
    List<JavaAnnotation> annotations,
    List<TypeParameter> typeParameters,
    Optional<TypeName> superclass,
    List<TypeName> interfaces,
    List<JavaField> fields,
    List<JavaMethod> methods,
    List<JavaClass> nested,
    Location location) {

  /** What a type declaration declares. */
  public enum Kind {
    CLASS,
    INTERFACE,
    ENUM,
    RECORD,
    ANNOTATION
  }

  /** The name after the last dot. */
  public String simpleName() {
    return qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
  }

  /** The field of a name. */
  public Optional<JavaField> field(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).findFirst();
  }

  /** The methods of a name. */
  public List<JavaMethod> methods(String name) {
    return methods.stream().filter(m -> m.name().equals(name)).toList();
  }

  /** What it extends and implements. */
  public Stream<TypeName> supertypes() {
    return Stream.concat(superclass.stream(), interfaces.stream());
  }

  /** This class and all classes inside of it. */
  public Stream<JavaClass> withNested() {
    return Stream.concat(Stream.of(this), nested.stream().flatMap(JavaClass::withNested));
  }
}
