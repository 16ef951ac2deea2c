package io.github.waserverless.code;

/** A type parameter of a class or method; what is not bounded extends {@code Object}. */
public record TypeParameter(String name, TypeName bound) {}
