package io.github.waserverless.code.flow;

import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.program.Members;
import io.github.waserverless.code.program.Program;
import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.code.program.SourceMethod;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What runs although no constructor says so. */
final class Initialisation {

  private final Program program;
  private final Members members;
  private final Set<SourceMethod> methods = new LinkedHashSet<>();

  /** Sources that do not compile may extend themselves. */
  private final Set<SourceClass> seen = new HashSet<>();

  private Initialisation(Program program, Members members) {
    this.program = program;
    this.members = members;
  }

  /** The initialisers of a class, and the superclass's constructor, in the order of their calls. */
  static List<SourceMethod> of(SourceClass type, Program program, Members members) {
    Initialisation initialisation = new Initialisation(program, members);
    initialisation.collect(type);
    return List.copyOf(initialisation.methods);
  }

  private void collect(SourceClass type) {
    if (!seen.add(type)) {
      return;
    }
    methods.add(type.initialiser());
    for (TypeName supertype : program.supertypes(type)) {
      Optional<SourceClass> source = program.source(supertype, type);
      if (source.isPresent() && !source.get().isInterface()) {
        methods.addAll(members.constructors(source.get(), List.of()));
        if (source.get().constructors().isEmpty()) {
          collect(source.get());
        }
      }
    }
  }
}
