package io.github.waserverless.code;

import java.util.List;

/** A parameter of a method or lambda; the type of a lambda's may be unknown. */
public record JavaParameter(TypeName type, String name, List<JavaAnnotation> annotations) {}
