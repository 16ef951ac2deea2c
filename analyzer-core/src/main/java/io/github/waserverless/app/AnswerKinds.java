package io.github.waserverless.app;

import io.github.waserverless.app.BatchResponse.Kind;
import io.github.waserverless.code.JavaClass;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.flow.Data;
import io.github.waserverless.code.flow.Returned;
import io.github.waserverless.code.library.LibraryTypes;
import io.github.waserverless.code.program.Program;
import io.github.waserverless.code.program.SourceClass;
import java.util.List;
import java.util.Set;

/** What the answers of a handler mean to Lambda, by their types and what they hold. */
final class AnswerKinds {

  private static final String EVENTS = "com.amazonaws.services.lambda.runtime.events.";
  private static final String FAILURES = "batchItemFailures";

  private static final Set<String> TEXTS_AND_NUMBERS =
      Set.of(
          "java.lang.String",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Double",
          "java.lang.Boolean",
          "int",
          "long",
          "double",
          "boolean");

  private final FunctionHandler handler;
  private final Program program;

  AnswerKinds(FunctionHandler handler) {
    this.handler = handler;
    this.program = handler.reach().bodies().program();
  }

  Kind of(Returned answer) {
    Kind byType = of(answer.type());
    return byType == Kind.UNKNOWN && isMap(answer.type())
        ? ofMap(handler.values().of(answer.value(), answer.step()))
        : byType;
  }

  Kind of(TypeName type) {
    String name = type.name();
    if (name.equals("void") || name.equals("java.lang.Void") || name.equals("null")) {
      return Kind.NOTHING;
    }
    if (TEXTS_AND_NUMBERS.contains(name) || type.isArray() || isCollection(type)) {
      return Kind.NO_OBJECT;
    }
    if (name.equals(EVENTS + "SQSBatchResponse") || name.equals(EVENTS + "StreamsEventResponse")) {
      return Kind.ITEM_FAILURES;
    }
    if (name.startsWith(EVENTS)) {
      return Kind.OTHER_OBJECT;
    }
    return handler
        .type()
        .flatMap(asking -> program.source(type, asking))
        .map(this::ofClass)
        .orElse(Kind.UNKNOWN);
  }

  private static boolean isCollection(TypeName type) {
    return LibraryTypes.shipped().withSupertypes(type).stream()
        .anyMatch(t -> t.name().equals("java.util.Collection"));
  }

  private static boolean isMap(TypeName type) {
    return LibraryTypes.shipped().withSupertypes(type).stream()
        .anyMatch(t -> t.name().equals("java.util.Map"));
  }

  private static Kind ofMap(Data map) {
    if (!(map instanceof Data.Built built) || built.properties().isEmpty()) {
      return Kind.UNKNOWN;
    }
    if (built.property(FAILURES).isPresent()) {
      return Kind.ITEM_FAILURES;
    }
    boolean allKeysKnown = built.properties().stream().noneMatch(p -> p.name().isEmpty());
    return allKeysKnown ? Kind.OTHER_OBJECT : Kind.UNKNOWN;
  }

  private Kind ofClass(SourceClass type) {
    List<SourceClass> all = program.ancestors(type).stream().map(Program.Ancestor::type).toList();
    if (all.stream().anyMatch(AnswerKinds::hasFailures)) {
      return Kind.ITEM_FAILURES;
    }
    boolean telling =
        type.isConcrete()
            && type.declaration().kind() != JavaClass.Kind.ENUM
            && program.subclasses(type).isEmpty()
            && !program.hasUnknownSuperclass(type);
    return telling ? Kind.OTHER_OBJECT : Kind.UNKNOWN;
  }

  /** By a field or getter, or by the name that an annotation gives to one. */
  private static boolean hasFailures(SourceClass type) {
    return type.fields().stream()
            .anyMatch(
                f ->
                    f.name().equals(FAILURES)
                        || f.declaration().annotations().stream()
                            .anyMatch(a -> a.values().toString().contains(FAILURES)))
        || type.methods().stream().anyMatch(m -> m.name().equals("getBatchItemFailures"));
  }
}
