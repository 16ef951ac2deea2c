package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.JavaClass;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.flow.CallReader.Target;
import io.github.waserverless.code.flow.Site.Receiver;
import io.github.waserverless.code.library.LibraryMethod;
import io.github.waserverless.code.library.LibraryTypes;
import io.github.waserverless.code.library.SdkTypes;
import io.github.waserverless.code.program.Members;
import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.code.program.SourceMethod;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The types of calls: what their lambdas get, what they return. */
final class CallTypes {

  private static final LibraryTypes LIBRARY = LibraryTypes.shipped();

  private final Bodies bodies;
  private final SourceClass asking;

  CallTypes(Bodies bodies, SourceClass asking) {
    this.bodies = bodies;
    this.asking = asking;
  }

  /** The types of one call, known step by step. */
  interface Shape {

    /** The types that a lambda at a position of the arguments gets. */
    List<TypeName> lambdaParameters(int index);

    /** What a lambda at a position of the arguments returns. */
    void gives(int index, TypeName result);

    /** What the call returns. */
    TypeName returns(TypeName lambdaResult, List<Expression> arguments);
  }

  Shape shape(Target target, Expression.Call call, List<TypeName> arguments) {
    Optional<Members.MethodFound> found =
        target
            .source()
            .flatMap(
                s ->
                    bodies
                        .members()
                        .methods(s, target.type().arguments(), call.name(), arguments)
                        .stream()
                        .findFirst());
    return found.isPresent()
        ? new SourceShape(found.get(), arguments)
        : new LibraryShape(target, call.name(), arguments);
  }

  /** The type of a method of that name, whichever of them it is. */
  TypeName anyOf(Optional<SourceClass> source, TypeName type, String name) {
    return source
        .flatMap(s -> declared(s, name))
        .map(
            m ->
                bodies
                    .program()
                    .resolve(m.method().declaration().returnType(), m.method().owner())
                    .with(m.bindings()))
        .or(() -> source.flatMap(s -> generated(s, name)))
        .orElseGet(() -> LIBRARY.method(type, name).returns());
  }

  private Optional<Members.MethodFound> declared(SourceClass type, String name) {
    return bodies.program().ancestors(type).stream()
        .flatMap(
            a ->
                a.type().methods().stream()
                    .filter(m -> m.name().equals(name))
                    .map(m -> new Members.MethodFound(m, a.bindings())))
        .findFirst();
  }

  boolean declares(TypeName type, Optional<SourceClass> source, String name) {
    return source.flatMap(s -> declared(s, name)).isPresent()
        || LIBRARY.method(type, name).isKnown();
  }

  /** What Lombok or a record generates: the type of the field that a method is named after. */
  private Optional<TypeName> generated(SourceClass type, String method) {
    if (method.equals("builder") || method.equals("toBuilder")) {
      return Optional.of(SdkTypes.builderOf(type.type()));
    }
    String property = property(method);
    boolean record = type.declaration().kind() == JavaClass.Kind.RECORD;
    return bodies
        .members()
        .field(type, List.of(), record ? method : property)
        .or(() -> bodies.members().field(type, List.of(), method))
        .map(Members.FieldFound::type);
  }

  /** Whether a name is a prefix and a property's name. */
  static boolean isAccessor(String method, String prefix) {
    int length = prefix.length();
    return method.length() > length
        && method.startsWith(prefix)
        && method.charAt(length) >= 'A'
        && method.charAt(length) <= 'Z';
  }

  static String property(String method) {
    int prefix =
        method.startsWith("is")
            ? 2
            : isAccessor(method, "get") || isAccessor(method, "set") ? 3 : 0;
    return prefix == 0 || method.length() == prefix
        ? method
        : method.substring(prefix, prefix + 1).toLowerCase(Locale.ROOT)
            + method.substring(prefix + 1);
  }

  /** A method in the sources. */
  private final class SourceShape implements Shape {

    private final SourceMethod method;
    private final Map<String, TypeName> bindings;
    private final Map<String, TypeName> own = new HashMap<>();

    SourceShape(Members.MethodFound found, List<TypeName> arguments) {
      this.method = found.method();
      this.bindings = found.bindings();
      method.declaration().typeParameters().forEach(t -> own.put(t.name(), TypeName.UNKNOWN));
      for (int i = 0; i < arguments.size() && !own.isEmpty(); i++) {
        FunctionTypes.unify(parameter(i), arguments.get(i), own);
      }
    }

    private TypeName parameter(int index) {
      List<io.github.waserverless.code.JavaParameter> parameters = method.parameters();
      return index < parameters.size()
          ? bodies.program().resolve(parameters.get(index).type(), method.owner()).with(bindings)
          : TypeName.UNKNOWN;
    }

    private Map<String, TypeName> known() {
      Map<String, TypeName> known = new HashMap<>(own);
      known.values().removeIf(t -> !t.isKnown());
      return known;
    }

    @Override
    public List<TypeName> lambdaParameters(int index) {
      return FunctionTypes.parameters(bodies, parameter(index).with(known()), asking)
          .orElse(List.of());
    }

    @Override
    public void gives(int index, TypeName result) {
      if (!own.isEmpty()) {
        FunctionTypes.unifyResult(parameter(index), result, own);
      }
    }

    @Override
    public TypeName returns(TypeName lambdaResult, List<Expression> arguments) {
      return bodies
          .program()
          .resolve(method.declaration().returnType(), method.owner())
          .with(bindings)
          .with(known());
    }
  }

  /** A method of a library, or one that is generated. */
  private final class LibraryShape implements Shape {

    private final Target target;
    private final String name;
    private final List<TypeName> arguments;
    private final LibraryMethod known;

    LibraryShape(Target target, String name, List<TypeName> arguments) {
      this.target = target;
      this.name = name;
      this.arguments = arguments;
      this.known = known();
    }

    /** A class in the sources inherits the methods of libraries that it extends. */
    private LibraryMethod known() {
      LibraryMethod direct = LIBRARY.method(target.type(), name);
      if (direct.isKnown() || target.source().isEmpty()) {
        return direct;
      }
      return bodies.program().allSupertypes(target.source().get()).stream()
          .map(s -> LIBRARY.method(s, name))
          .filter(LibraryMethod::isKnown)
          .findFirst()
          .orElse(LibraryMethod.UNKNOWN);
    }

    @Override
    public List<TypeName> lambdaParameters(int index) {
      return known.isKnown()
          ? known.with(bindings(TypeName.UNKNOWN)).lambdaParameters()
          : SdkTypes.consumed(target.type(), name).stream().toList();
    }

    @Override
    public void gives(int index, TypeName result) {}

    @Override
    public TypeName returns(TypeName lambdaResult, List<Expression> written) {
      if (name.equals("collect") && written.size() == 1) {
        return collected(written.get(0), target.type().argument(0));
      }
      if (known.isKnown()) {
        return SdkTypes.normalized(known.returns().with(bindings(lambdaResult)));
      }
      TypeName generated =
          target.source().flatMap(s -> generated(s, name)).orElse(TypeName.UNKNOWN);
      if (generated.isKnown()) {
        return generated;
      }
      return target.on() == Receiver.TYPE
          ? SdkTypes.returnsStatic(target.type(), name)
          : SdkTypes.returns(target.type(), name);
    }

    private Map<String, TypeName> bindings(TypeName lambdaResult) {
      Map<String, TypeName> bindings = new HashMap<>();
      bindings.put("R", lambdaResult);
      for (int i = 0; i < 2; i++) {
        TypeName argument = i < arguments.size() ? arguments.get(i) : TypeName.UNKNOWN;
        boolean token =
            argument.name().equals("java.lang.Class")
                || argument.simpleName().equals("TypeReference");
        TypeName meant = token ? argument.argument(0) : argument;
        bindings.put("A" + i, meant);
        bindings.put("A" + i + "_0", meant.isArray() ? meant.component() : meant.argument(0));
      }
      return bindings;
    }
  }

  private static TypeName collected(Expression collector, TypeName element) {
    String name = collector instanceof Expression.Call call ? call.name() : "";
    return switch (name) {
      case "toList", "toUnmodifiableList" -> new TypeName("java.util.List", List.of(element));
      case "toSet", "toUnmodifiableSet" -> new TypeName("java.util.Set", List.of(element));
      case "joining" -> TypeName.of("java.lang.String");
      case "groupingBy" ->
          new TypeName(
              "java.util.Map",
              List.of(TypeName.UNKNOWN, new TypeName("java.util.List", List.of(element))));
      default -> TypeName.UNKNOWN;
    };
  }
}
