package io.github.waserverless.code.program;

import io.github.waserverless.code.JavaFile;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.library.LibraryTypes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All Java sources of a run. */
public final class Program {

  /** No sources at all. */
  public static final Program EMPTY = new Program(List.of(), Map.of());

  private final List<JavaFile> files;
  private final Map<String, Set<String>> otherLanguages;
  private final SourceIndex index;
  private final TypeNames names;
  private final IdentityHashMap<SourceClass, List<TypeName>> supertypes = new IdentityHashMap<>();
  private final IdentityHashMap<SourceClass, List<SourceClass>> subclasses =
      new IdentityHashMap<>();

  /**
   * @param files in the order of their names
   * @param otherLanguages the classes that Kotlin, Scala or Groovy sources declare, with the files
   */
  public Program(List<JavaFile> files, Map<String, Set<String>> otherLanguages) {
    this.files = List.copyOf(files);
    this.otherLanguages = Map.copyOf(otherLanguages);
    this.index = new SourceIndex(files);
    this.names = new TypeNames(index);
    for (SourceClass type : index.classes()) {
      List<TypeName> resolved =
          type.declaration().supertypes().map(s -> names.resolve(s, type)).toList();
      supertypes.put(type, resolved);
      for (TypeName supertype : resolved) {
        source(supertype, type)
            .ifPresent(s -> subclasses.computeIfAbsent(s, x -> new ArrayList<>()).add(type));
      }
    }
  }

  /** The source files. */
  public List<JavaFile> files() {
    return files;
  }

  /** Whether there are no sources. */
  public boolean isEmpty() {
    return files.isEmpty();
  }

  /** All classes but local and anonymous ones. */
  public List<SourceClass> classes() {
    return index.classes();
  }

  /** The classes of a file but local and anonymous ones. */
  public List<SourceClass> in(String file) {
    return index.in(file);
  }

  /** The classes of a qualified name, one for each module that has it. */
  public List<SourceClass> named(String qualifiedName) {
    return index.named(qualifiedName);
  }

  /** The classes of a simple name in whatever package. */
  public List<SourceClass> simplyNamed(String simpleName) {
    return index.simplyNamed(simpleName);
  }

  /** The sources in other languages of the JVM that declare a class. */
  public Set<String> filesInOtherLanguages(String qualifiedName) {
    return otherLanguages.getOrDefault(qualifiedName, Set.of());
  }

  /** How many leading folders the files of two classes share. */
  public static int closeness(SourceClass a, SourceClass b) {
    return SourceIndex.closeness(a.file().file(), b.file().file());
  }

  /** A type as a class means it: with its qualified name. */
  public TypeName resolve(TypeName written, SourceClass in) {
    return names.resolve(written, in);
  }

  /** The class that a resolved type is, when it is in the sources. */
  public Optional<SourceClass> source(TypeName type, SourceClass asking) {
    return index.nearest(type.name(), asking.file().file());
  }

  /** What a class extends and implements directly, resolved. */
  public List<TypeName> supertypes(SourceClass type) {
    List<TypeName> known = supertypes.get(type);
    return known == null
        ? type.declaration().supertypes().map(s -> resolve(s, type)).toList()
        : known;
  }

  /** All classes that extend or implement a class, directly or not. */
  public List<SourceClass> subclasses(SourceClass type) {
    Set<SourceClass> all = new LinkedHashSet<>();
    Deque<SourceClass> open = new ArrayDeque<>(List.of(type));
    while (!open.isEmpty()) {
      for (SourceClass sub : subclasses.getOrDefault(open.removeFirst(), List.of())) {
        if (all.add(sub)) {
          open.add(sub);
        }
      }
    }
    return List.copyOf(all);
  }

  /**
   * A class as one of its subclasses sees it.
   *
   * @param bindings what its type parameters stand for
   */
  public record Ancestor(SourceClass type, Map<String, TypeName> bindings) {}

  /** A class with all its superclasses and interfaces that are in the sources, nearest first. */
  public List<Ancestor> ancestors(SourceClass type) {
    return ancestors(type, List.of());
  }

  /** Like {@link #ancestors(SourceClass)}, with the type arguments of the class. */
  public List<Ancestor> ancestors(SourceClass type, List<TypeName> arguments) {
    Map<SourceClass, Ancestor> found = new LinkedHashMap<>();
    Deque<Ancestor> open = new ArrayDeque<>();
    open.add(new Ancestor(type, bindings(type, arguments)));
    while (!open.isEmpty()) {
      Ancestor next = open.removeFirst();
      if (found.putIfAbsent(next.type(), next) == null) {
        for (TypeName supertype : supertypes(next.type())) {
          TypeName bound = supertype.with(next.bindings());
          source(supertype, next.type())
              .ifPresent(s -> open.add(new Ancestor(s, bindings(s, bound.arguments()))));
        }
      }
    }
    return List.copyOf(found.values());
  }

  private static Map<String, TypeName> bindings(SourceClass type, List<TypeName> arguments) {
    Map<String, TypeName> bindings = new HashMap<>();
    for (int i = 0; i < type.declaration().typeParameters().size() && i < arguments.size(); i++) {
      bindings.put(type.declaration().typeParameters().get(i).name(), arguments.get(i));
    }
    return bindings;
  }

  /** Every type that a class is, libraries' included, nearest first, with type arguments. */
  public Set<TypeName> allSupertypes(SourceClass type) {
    Set<TypeName> all = new LinkedHashSet<>();
    for (Ancestor ancestor : ancestors(type)) {
      for (TypeName supertype : supertypes(ancestor.type())) {
        all.addAll(LibraryTypes.shipped().withSupertypes(supertype.with(ancestor.bindings())));
      }
    }
    return all;
  }

  /** Whether a class has a supertype that is neither in the sources nor known. */
  public boolean hasUnknownSuperclass(SourceClass type) {
    return ancestors(type).stream()
        .anyMatch(
            a ->
                a.type().declaration().superclass().isPresent()
                    && a.type().declaration().kind()
                        == io.github.waserverless.code.JavaClass.Kind.CLASS
                    && source(
                            resolve(a.type().declaration().superclass().get(), a.type()), a.type())
                        .isEmpty());
  }
}
