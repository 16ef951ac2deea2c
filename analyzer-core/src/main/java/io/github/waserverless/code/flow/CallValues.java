package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.JavaParameter;
import io.github.waserverless.code.Statement;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.flow.Site.CreationSite;
import io.github.waserverless.code.library.SdkOperation;
import io.github.waserverless.code.library.SdkTypes;
import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.code.program.SourceField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the results of calls come from, and what new objects hold. */
final class CallValues {

  private static final String DYNAMODB_TABLE =
      "software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable";

  private final Evaluation evaluation;
  private final Builders builders;
  private final LibraryValues library;

  CallValues(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.builders = new Builders(evaluation);
    this.library = new LibraryValues(evaluation);
  }

  Data of(Expression.Call call, Frame frame) {
    Optional<CallSite> site = frame.body().site(call, CallSite.class);
    if (site.isEmpty()) {
      return Data.unknown();
    }
    TypeName receiver = evaluation.dispatch().bound(site.get().receiver(), frame.step());
    Optional<SdkOperation> operation = SdkOperation.of(receiver, call.name());
    if (operation.isPresent()) {
      return new Data.Response(operation.get(), call.location());
    }
    List<Dispatch.Target> targets = evaluation.dispatch().targets(site.get(), frame.step());
    if (!targets.isEmpty()) {
      return returned(targets, call, frame);
    }
    return built(site.get(), receiver, frame).orElseGet(() -> library.of(site.get(), frame));
  }

  /** What methods in the sources return. */
  private Data returned(List<Dispatch.Target> targets, Expression.Call call, Frame frame) {
    List<Data> values = new ArrayList<>();
    for (Dispatch.Target target : targets) {
      Frame inner = frame.call(target, call.arguments(), evaluation.bodies());
      target
          .method()
          .declaration()
          .body()
          .ifPresent(
              body -> Yields.of(body).forEach(value -> values.add(evaluation.of(value, inner))));
    }
    return Data.oneOf(values);
  }

  private Optional<Data> built(CallSite site, TypeName receiver, Frame frame) {
    Expression.Call call = site.expression();
    if (site.on() == Site.Receiver.TYPE) {
      TypeName made = frame.body().type(call);
      return SdkTypes.isBuilder(made)
          ? Optional.of(new Data.Built(made.argument(0), started(made.argument(0), call, frame)))
          : Optional.empty();
    }
    if (call.scope().isEmpty()) {
      return Optional.empty();
    }
    boolean table = call.name().equals("table") || call.name().equals("getTable");
    if (table && SdkTypes.isClient(receiver) && !call.arguments().isEmpty()) {
      Data name = evaluation.of(call.arguments().get(0), frame);
      return Optional.of(
          new Data.Built(
              TypeName.of(DYNAMODB_TABLE),
              List.of(new Data.Property("tableName", Data.unknown(), name, call.location()))));
    }
    if (call.name().equals("index") || call.name().equals("getIndex")) {
      return SdkTypes.isClient(receiver)
          ? Optional.of(evaluation.of(call.scope().get(), frame))
          : Optional.empty();
    }
    boolean fills = SdkTypes.isBuilder(receiver) || Builders.isV1Model(receiver);
    return fills
        ? builders.after(evaluation.of(call.scope().get(), frame), call, frame)
        : Optional.empty();
  }

  /** What a builder is given at its start: an HTTP request its URI. */
  private List<Data.Property> started(TypeName made, Expression.Call call, Frame frame) {
    return made.name().equals("java.net.http.HttpRequest") && call.arguments().size() == 1
        ? List.of(
            new Data.Property(
                "uri",
                Data.unknown(),
                evaluation.of(call.arguments().get(0), frame),
                call.location()))
        : List.of();
  }

  /** What a new object holds. */
  Data created(Expression.Creation creation, Frame frame) {
    TypeName type =
        frame
            .body()
            .site(creation, CreationSite.class)
            .map(CreationSite::type)
            .orElse(creation.type());
    List<Data> arguments = creation.arguments().stream().map(a -> evaluation.of(a, frame)).toList();
    return LibraryObjects.created(type, arguments, creation.location())
        .orElseGet(() -> object(type, arguments, creation, frame));
  }

  private Data object(
      TypeName type, List<Data> arguments, Expression.Creation creation, Frame frame) {
    List<String> names = parameters(type, creation, frame);
    List<Data.Property> properties = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      properties.add(
          new Data.Property(
              i < names.size()
                  ? names.get(i)
                  : RequestConstructors.parameter(type, i, arguments.size()),
              Data.unknown(),
              arguments.get(i),
              creation.arguments().get(i).location()));
    }
    return new Data.Built(type, properties);
  }

  /** The names of a constructor's parameters; those of the fields where it is generated. */
  private List<String> parameters(TypeName type, Expression.Creation creation, Frame frame) {
    Optional<SourceClass> source = evaluation.dispatch().source(type, frame.step());
    if (source.isEmpty() || creation.body().isPresent()) {
      return List.of();
    }
    List<TypeName> given = creation.arguments().stream().map(frame.body()::type).toList();
    List<String> fields =
        source.get().fields().stream().filter(f -> !f.isStatic()).map(SourceField::name).toList();
    return evaluation.bodies().members().constructors(source.get(), given).stream()
        .findFirst()
        .map(m -> m.parameters().stream().map(JavaParameter::name).toList())
        .orElse(fields.size() == creation.arguments().size() ? fields : List.of());
  }

  /** What a lambda fills in that gets a builder; of any other lambda what it returns. */
  Data consumed(Expression.Lambda lambda, Frame frame) {
    List<Variable> parameters = frame.body().parameters(lambda);
    if (parameters.size() == 1 && SdkTypes.isBuilder(parameters.get(0).type())) {
      Variable builder = parameters.get(0);
      return builders.changed(
          new Data.Built(builder.type().argument(0), List.of()), builder, frame);
    }
    Statement body = lambda.body();
    List<Expression> results = Yields.of(body);
    return results.isEmpty()
        ? Data.unknown()
        : Data.oneOf(results.stream().map(r -> evaluation.of(r, frame)).toList());
  }
}
