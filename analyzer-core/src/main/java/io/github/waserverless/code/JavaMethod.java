package io.github.waserverless.code;

import io.github.waserverless.source.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A method, a constructor ({@code <init>}) or an initialiser ({@code <clinit>}, {@code {}}). */
public record JavaMethod(
    String name,
    List<TypeParameter> typeParameters,
    TypeName returnType,
    List<JavaParameter> parameters,
    Set<String> modifiers,
    List<JavaAnnotation> annotations,
    Optional<Statement.Block> body,
    Location location) {

  /** The name of constructors. */
  public static final String CONSTRUCTOR = "<init>";

  /** The name of static initialisers. */
  public static final String STATIC_INITIALISER = "<clinit>";

  /** The name of instance initialisers. */
  public static final String INITIALISER = "{}";

  /** Whether it needs no instance. */
  public boolean isStatic() {
    return modifiers.contains("static") || name.equals(STATIC_INITIALISER);
  }

  /** Whether other packages may call it. */
  public boolean isPublic() {
    return modifiers.contains("public");
  }
}
