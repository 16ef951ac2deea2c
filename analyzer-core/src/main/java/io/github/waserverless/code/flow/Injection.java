package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.JavaAnnotation;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.program.Program;
import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.code.program.SourceField;
import io.github.waserverless.code.program.SourceMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What containers inject: Dagger, Guice, Spring, Micronaut, CDI. */
final class Injection {

  private static final Set<String> INJECTED = Set.of("Inject", "Autowired", "Resource");
  private static final Set<String> PROVIDES =
      Set.of("Provides", "Bean", "Produces", "Singleton", "Prototype");

  private final Program program;

  Injection(Program program) {
    this.program = program;
  }

  /** The constructors that make an object nobody in the sources makes. */
  List<SourceMethod> constructors(SourceClass type) {
    List<SourceMethod> all = type.constructors();
    List<SourceMethod> marked =
        all.stream().filter(c -> isInjected(c.declaration().annotations())).toList();
    if (!marked.isEmpty()) {
      return marked;
    }
    List<SourceMethod> plain = all.stream().filter(c -> c.parameters().isEmpty()).toList();
    return plain.isEmpty() ? all : plain;
  }

  /** The types that a container gives an object. */
  List<TypeName> injected(SourceClass type) {
    List<TypeName> needed = new ArrayList<>();
    for (Program.Ancestor ancestor : program.ancestors(type)) {
      for (SourceField field : ancestor.type().fields()) {
        if (isInjected(field.declaration().annotations())) {
          needed.add(
              program
                  .resolve(field.declaration().type(), ancestor.type())
                  .with(ancestor.bindings()));
        }
      }
    }
    for (SourceMethod constructor : constructors(type)) {
      constructor.parameters().forEach(p -> needed.add(program.resolve(p.type(), type)));
    }
    return needed;
  }

  private static boolean isInjected(List<JavaAnnotation> annotations) {
    return annotations.stream().anyMatch(a -> INJECTED.contains(a.simpleName()));
  }

  /** The methods of modules and configurations that make objects of a type. */
  List<SourceMethod> providers(TypeName type) {
    List<SourceMethod> found = new ArrayList<>();
    for (SourceMethod method : all()) {
      TypeName made = program.resolve(method.declaration().returnType(), method.owner());
      if (made.name().equals(type.name())) {
        found.add(method);
      }
    }
    return found;
  }

  private List<SourceMethod> all() {
    return program.classes().stream()
        .filter(Injection::mayProvide)
        .flatMap(c -> c.methods().stream())
        .filter(m -> !m.isConstructor() && !m.isAbstract())
        .filter(
            m ->
                m.declaration().annotations().stream()
                    .anyMatch(a -> PROVIDES.contains(a.simpleName())))
        .toList();
  }

  private static boolean mayProvide(SourceClass type) {
    return type.methods().stream().anyMatch(m -> !m.declaration().annotations().isEmpty());
  }

  Optional<SourceClass> source(TypeName type) {
    return program.named(type.name()).stream().findFirst();
  }

  /** The type that a call asks a container for: {@code injector.getInstance(X.class)}. */
  Optional<TypeName> requested(CallSite call) {
    boolean asks =
        switch (call.name()) {
          case "getInstance", "getBean", "select" -> true;
          default -> false;
        };
    if (asks
        && !call.arguments().isEmpty()
        && call.arguments().get(0).name().equals("java.lang.Class")) {
      return Optional.of(call.arguments().get(0).argument(0));
    }
    return Optional.empty();
  }

  /** Whether an expression names the component that Dagger generates. */
  static boolean isGeneratedComponent(Expression expression) {
    return expression instanceof Expression.Name n && n.id().startsWith("Dagger");
  }
}
