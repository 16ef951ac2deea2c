package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.flow.Data.Built;
import io.github.waserverless.code.flow.Data.Property;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.library.SdkOperation;
import io.github.waserverless.code.library.SdkTypes;
import io.github.waserverless.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A call of an AWS operation that a handler reaches. */
public final class SdkCall {

  /** The properties of requests that name what they work on. */
  private static final Set<String> RESOURCES =
      Set.of(
          "functionName",
          "queueUrl",
          "tableName",
          "topicArn",
          "targetArn",
          "bucket",
          "bucketName",
          "destinationBucket",
          "destinationBucketName",
          "eventBusName",
          "stateMachineArn",
          "streamName",
          "streamARN",
          "streamArn",
          "deliveryStreamName",
          "secretId");

  private final Reached<CallSite> reached;
  private final TypeName client;
  private final SdkOperation operation;
  private final Evaluation evaluation;
  private @Nullable Built request;

  SdkCall(
      Reached<CallSite> reached, TypeName client, SdkOperation operation, Evaluation evaluation) {
    this.reached = reached;
    this.client = client;
    this.operation = operation;
    this.evaluation = evaluation;
  }

  /** All calls of AWS that a handler reaches. */
  public static List<SdkCall> in(Reachability reach, Evaluation evaluation) {
    Dispatch dispatch = new Dispatch(reach.bodies());
    List<SdkCall> calls = new ArrayList<>();
    reach
        .sites(CallSite.class)
        .forEach(
            r -> {
              TypeName client = dispatch.bound(r.site().receiver(), r.step());
              SdkOperation.of(client, r.site().name())
                  .ifPresent(o -> calls.add(new SdkCall(r, client, o, evaluation)));
            });
    return List.copyOf(calls);
  }

  /**
   * The calls that look like calls of AWS, since they get a request, but on an object of a type
   * that is not known.
   */
  public static List<Reached<CallSite>> unresolved(Reachability reach) {
    Dispatch dispatch = new Dispatch(reach.bodies());
    return reach
        .sites(CallSite.class)
        .filter(r -> !dispatch.bound(r.site().receiver(), r.step()).isKnown())
        .filter(r -> r.site().on() != Site.Receiver.THIS)
        .filter(r -> r.site().arguments().stream().anyMatch(SdkCall::isRequest))
        .toList();
  }

  private static boolean isRequest(TypeName type) {
    TypeName made = SdkTypes.isBuilder(type) ? type.argument(0) : type;
    return SdkTypes.isSdk(made) && made.simpleName().endsWith("Request");
  }

  /** Where in the code it is, and how it is reached. */
  public Reached<CallSite> reached() {
    return reached;
  }

  /** When it runs. */
  public Phase phase() {
    return reached.phase();
  }

  /** Where it is. */
  public Location location() {
    return reached.location();
  }

  /** The type of the client. */
  public TypeName client() {
    return client;
  }

  /** The service and the operation. */
  public SdkOperation operation() {
    return operation;
  }

  /** Whether it is an operation of a service: {@code is("sqs", "sendMessage")}. */
  public boolean is(String service, String... names) {
    return operation.service().equals(service)
        && (names.length == 0 || List.of(names).contains(operation.name()));
  }

  /** What it is given, by the names of the request's properties. */
  public synchronized Built request() {
    if (request == null) {
      request = read();
    }
    return request;
  }

  private Built read() {
    List<Property> properties = new ArrayList<>();
    Expression.Call call = reached.site().expression();
    List<Expression> arguments = call.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      Data value = evaluation.of(arguments.get(i), reached);
      List<Built> requests = requests(value, i);
      if (requests.isEmpty()) {
        String name =
            takesItem() && i == 0 ? "item" : RequestConstructors.argument(operation.toString(), i);
        properties.add(new Property(name, Data.unknown(), value, arguments.get(i).location()));
      }
      requests.forEach(r -> properties.addAll(r.properties()));
    }
    if (operation.service().equals("dynamodb") && call.scope().isPresent()) {
      evaluation.of(call.scope().get(), reached).alternatives().stream()
          .filter(Built.class::isInstance)
          .flatMap(d -> ((Built) d).properties().stream())
          .filter(p -> p.name().equals("tableName"))
          .forEach(properties::add);
    }
    return new Built(TypeName.of(operation.name()), List.copyOf(properties));
  }

  /** Tables and mappers of the high-level clients get the item itself. */
  private boolean takesItem() {
    return client.simpleName().matches("DynamoDb(Async)?Table|DynamoDBMapper|Table")
        && operation.name().matches("(put|update|delete)Item");
  }

  /** An argument that is a request, in whichever way it is made. */
  private static List<Built> requests(Data value, int index) {
    return value.alternatives().stream()
        .filter(Built.class::isInstance)
        .map(Built.class::cast)
        .filter(
            b -> b.type().simpleName().endsWith("Request") || (index == 0 && !b.type().isKnown()))
        .toList();
  }

  /** Whether the request is one that the code shows being made. */
  public boolean isRequestKnown() {
    return request().properties().stream().noneMatch(p -> p.value() instanceof Data.Unknown);
  }

  /** What a property of the request is set to; empty when it is not set. */
  public Optional<Data> argument(String name) {
    Optional<Data> direct = request().property(name);
    return direct.isPresent() || isRequestKnown() ? direct : Optional.of(Data.unknown());
  }

  /** What a property is set to wherever it is in the request: in its entries, for example. */
  public List<Data> arguments(String name) {
    return properties(request()).filter(p -> p.name().equals(name)).map(Property::value).toList();
  }

  /** What names the resource that it works on. */
  public List<Data> resources() {
    List<Data> named =
        properties(request())
            .filter(p -> RESOURCES.contains(p.name()))
            .map(Property::value)
            .toList();
    return named.isEmpty() && operation.name().startsWith("batch")
        ? request().property("requestItems").stream()
            .flatMap(d -> d.alternatives().stream())
            .filter(Built.class::isInstance)
            .flatMap(d -> ((Built) d).properties().stream())
            .map(Property::key)
            .toList()
        : named;
  }

  private static Stream<Property> properties(Data data) {
    if (data instanceof Built built) {
      return built.properties().stream()
          .flatMap(p -> Stream.concat(Stream.of(p), properties(p.value())));
    }
    if (data instanceof Data.Elements elements) {
      return elements.items().stream().flatMap(SdkCall::properties);
    }
    return data instanceof Data.OneOf one
        ? one.alternatives().stream().flatMap(SdkCall::properties)
        : Stream.empty();
  }

  @Override
  public String toString() {
    return operation + " at " + location();
  }
}
