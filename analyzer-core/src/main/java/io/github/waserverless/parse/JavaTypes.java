package io.github.waserverless.parse;

import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.WildcardType;
import io.github.waserverless.code.TypeName;
import java.util.List;

/** Turns the library's types into names as written. */
final class JavaTypes {

  private JavaTypes() {}

  static TypeName of(Type type) {
    if (type instanceof ArrayType array) {
      return arrayOf(of(array.getComponentType()));
    }
    if (type instanceof WildcardType wildcard) {
      return wildcard
          .getExtendedType()
          .map(JavaTypes::of)
          .orElseGet(
              () -> wildcard.getSuperType().map(JavaTypes::of).orElse(TypeName.of("Object")));
    }
    if (type instanceof ClassOrInterfaceType named) {
      List<TypeName> arguments =
          named
              .getTypeArguments()
              .map(list -> list.stream().map(JavaTypes::of).toList())
              .orElse(List.of());
      return new TypeName(named.getNameWithScope(), arguments);
    }
    return type.isUnknownType() ? TypeName.UNKNOWN : TypeName.of(type.asString());
  }

  static TypeName arrayOf(TypeName component) {
    return new TypeName(component.name() + "[]", component.arguments());
  }
}
