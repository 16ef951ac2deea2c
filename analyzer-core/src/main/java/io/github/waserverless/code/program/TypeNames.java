package io.github.waserverless.code.program;

import io.github.waserverless.code.JavaFile;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.library.LibraryTypes;
import io.github.waserverless.code.library.SdkTypes;
import java.util.List;
import java.util.Optional;

/** Which class a name means where it is written. */
final class TypeNames {

  private static final int DEEPEST = 8;

  private final SourceIndex index;

  TypeNames(SourceIndex index) {
    this.index = index;
  }

  /** The type with its qualified name; a type parameter keeps its simple name. */
  TypeName resolve(TypeName written, SourceClass in) {
    if (!written.isKnown() || written.name().equals("var")) {
      return written;
    }
    if (written.isArray()) {
      TypeName component = resolve(written.component(), in);
      return new TypeName(component.name() + "[]", component.arguments());
    }
    List<TypeName> arguments =
        written.arguments().isEmpty()
            ? List.of()
            : written.arguments().stream().map(a -> resolve(a, in)).toList();
    String known = in.resolved().get(written.name());
    if (known == null) {
      known = qualified(written.name(), in);
      in.resolved().put(written.name(), known);
    }
    return SdkTypes.normalized(new TypeName(known, arguments));
  }

  private String qualified(String name, SourceClass in) {
    int dot = name.indexOf('.');
    String head = dot < 0 ? name : name.substring(0, dot);
    String rest = dot < 0 ? "" : name.substring(dot);
    if (dot > 0 && Character.isLowerCase(name.charAt(0))) {
      return name;
    }
    return simple(head, in) + rest;
  }

  private String simple(String name, SourceClass in) {
    for (Optional<SourceClass> c = Optional.of(in); c.isPresent(); c = c.get().outer()) {
      if (c.get().declaration().typeParameters().stream().anyMatch(t -> t.name().equals(name))) {
        return name;
      }
      Optional<String> nested = nested(name, c.get(), 0);
      if (nested.isPresent()) {
        return nested.get();
      }
      if (c.get().simpleName().equals(name)) {
        return c.get().name();
      }
    }
    return ofFile(name, in.file());
  }

  /** A class that a class or one of its superclasses declares. */
  private Optional<String> nested(String name, SourceClass in, int depth) {
    Optional<SourceClass> own = index.nearest(in.name() + "." + name, in.file().file());
    if (own.isPresent() || depth > DEEPEST) {
      return own.map(SourceClass::name);
    }
    return in.declaration()
        .supertypes()
        .filter(s -> !s.simpleName().equals(in.simpleName()) && !s.simpleName().equals(name))
        .flatMap(s -> superclass(s, in).stream())
        .flatMap(s -> nested(name, s, depth + 1).stream())
        .findFirst();
  }

  private Optional<SourceClass> superclass(TypeName written, SourceClass in) {
    String name = written.name();
    return index.nearest(name.contains(".") ? name : ofFile(name, in.file()), in.file().file());
  }

  private String ofFile(String name, JavaFile file) {
    for (JavaFile.Import i : file.imports()) {
      if (!i.wildcard() && i.simpleName().equals(name)) {
        return i.name();
      }
    }
    String here = file.packageName().isEmpty() ? name : file.packageName() + "." + name;
    if (!index.named(here).isEmpty()) {
      return here;
    }
    return wildcard(name, file)
        .or(() -> LibraryTypes.shipped().in("java.lang", name))
        .orElseGet(() -> guessed(name, file));
  }

  private Optional<String> wildcard(String name, JavaFile file) {
    for (JavaFile.Import i : file.imports()) {
      if (i.wildcard()) {
        String qualified = i.name() + "." + name;
        if (!index.named(qualified).isEmpty() || LibraryTypes.shipped().knows(qualified)) {
          return Optional.of(qualified);
        }
      }
    }
    return Optional.empty();
  }

  /** A name that only a wildcard import of a library's package can explain. */
  private static String guessed(String name, JavaFile file) {
    List<String> packages =
        file.imports().stream()
            .filter(i -> i.wildcard() && !i.isStatic() && !i.name().startsWith("java"))
            .map(JavaFile.Import::name)
            .toList();
    for (String home : packages) {
      TypeName guess = TypeName.of(home + "." + name);
      boolean model = home.endsWith(".model");
      if (!model
          && (SdkTypes.isClient(SdkTypes.normalized(guess).argument(0))
              || SdkTypes.isClient(guess))) {
        return guess.name();
      }
    }
    List<String> models =
        packages.stream().filter(p -> p.endsWith(".model") || packages.size() == 1).toList();
    boolean written = name.endsWith("Request") || name.endsWith("Response");
    return models.size() == 1 || (written && !models.isEmpty()) ? models.get(0) + "." + name : name;
  }
}
