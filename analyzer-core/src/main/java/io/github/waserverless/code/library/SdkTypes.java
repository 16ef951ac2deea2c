package io.github.waserverless.code.library;

import io.github.waserverless.code.TypeName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The shapes that all clients of the AWS SDKs share: how they are made, what their operations
 * return, what a consumer of a builder gets.
 */
public final class SdkTypes {

  /** The builder of whatever is its type argument. */
  public static final String BUILDER = "software.amazon.awssdk.utils.builder.SdkBuilder";

  private static final String V2 = "software.amazon.awssdk.";
  private static final String V1 = "com.amazonaws.services.";

  private static final Pattern CLIENT_V2 =
      Pattern.compile(
          "software\\.amazon\\.awssdk\\.services\\.([a-z0-9.]+)\\.(\\w+?)(Async)?Client");
  private static final Pattern CLIENT_V1 =
      Pattern.compile(
          "com\\.amazonaws\\.services\\.([a-z0-9]+)\\.(Amazon|AWS)(\\w+?)(Async)?(Client)?");
  private static final Pattern WAITER_V2 =
      Pattern.compile("software\\.amazon\\.awssdk\\.services\\.([a-z0-9.]+)\\.waiters\\.\\w+");

  /** The high-level clients, and the service that each of them calls. */
  private static final List<String> HIGH_LEVEL =
      List.of(
          V2 + "enhanced.dynamodb.DynamoDb",
          V2 + "transfer.s3.S3TransferManager",
          V2 + "services.s3.presigner.S3Presigner",
          V2 + "services.sqs.batchmanager.SqsAsyncBatchManager",
          V1 + "dynamodbv2.document.",
          V1 + "dynamodbv2.datamodeling.DynamoDBMapper",
          V1 + "s3.transfer.TransferManager");

  private static final Set<String> MAKES_CLIENT =
      Set.of("create", "defaultClient", "build", "buildClient", "defaultTransferManager");

  private SdkTypes() {}

  /** The builder of a type. */
  public static TypeName builderOf(TypeName built) {
    return new TypeName(BUILDER, List.of(built));
  }

  /** Whether the type is a builder of something. */
  public static boolean isBuilder(TypeName type) {
    return type.name().equals(BUILDER);
  }

  /** Whether the type belongs to one of the AWS SDKs. */
  public static boolean isSdk(TypeName type) {
    return type.name().startsWith(V2)
        || (type.name().startsWith(V1) && !type.name().startsWith(V1 + "lambda.runtime."));
  }

  /** Whether objects of the type call AWS. */
  public static boolean isClient(TypeName type) {
    return servicePackage(type).isPresent();
  }

  /** Whether the type is of the first SDK. */
  public static boolean isV1(TypeName type) {
    return type.name().startsWith("com.amazonaws.");
  }

  /** The package of the service that a client or waiter calls: {@code sqs}, {@code sfn}. */
  public static Optional<String> servicePackage(TypeName type) {
    String name = type.name();
    if (!isSdk(type)) {
      return Optional.empty();
    }
    Matcher parts = shape(name).matcher(name);
    if (parts.matches() && !name.endsWith("Builder") && !name.endsWith("Exception")) {
      String service = parts.group(1);
      int dot = service.indexOf('.');
      return Optional.of(dot < 0 ? service : service.substring(0, dot));
    }
    return HIGH_LEVEL.stream().filter(name::startsWith).findFirst().flatMap(h -> highLevel(type));
  }

  /** The only one that a name may have. */
  private static Pattern shape(String name) {
    if (name.startsWith(V1)) {
      return CLIENT_V1;
    }
    return name.endsWith("Client") ? CLIENT_V2 : WAITER_V2;
  }

  private static Optional<String> highLevel(TypeName type) {
    String simple = type.simpleName();
    if (simple.endsWith("Schema") || simple.endsWith("Config") || simple.endsWith("Item")) {
      return Optional.empty();
    }
    if (type.name().contains(".dynamodb.model.") || type.name().contains(".dynamodb.mapper.")) {
      return Optional.empty();
    }
    String name = type.name();
    boolean dynamo = name.contains("dynamodb");
    boolean known =
        !dynamo
            || simple.matches(
                "DynamoDb(Enhanced)?(Async)?(Client|Table|Index)|DynamoDB(Mapper)?|Table|Index");
    return known
        ? Optional.of(dynamo ? "dynamodb" : name.contains(".sqs.") ? "sqs" : "s3")
        : Optional.empty();
  }

  /** A builder's own type as the builder of what it builds; any other type as it is. */
  public static TypeName normalized(TypeName type) {
    String name = type.name();
    if (!isSdk(type) || isBuilder(type)) {
      return type;
    }
    if (name.endsWith("ClientBuilder")) {
      String client = name.substring(0, name.length() - "Builder".length());
      return builderOf(TypeName.of(isV1(type) ? withoutClient(client) : client));
    }
    if (name.endsWith(".Builder")) {
      return builderOf(new TypeName(type.qualifier(), type.arguments()));
    }
    return name.endsWith("CrtBuilder")
        ? builderOf(TypeName.of(V2 + "services.s3.S3AsyncClient"))
        : type;
  }

  private static String withoutClient(String client) {
    return client.endsWith("Client")
        ? client.substring(0, client.length() - "Client".length())
        : client;
  }

  /** What a static method of a library type returns. */
  public static TypeName returnsStatic(TypeName type, String method) {
    if (isBuilder(type) && (method.equals("standard") || method.equals("builder"))) {
      return type;
    }
    if (isBuilder(type)) {
      return MAKES_CLIENT.contains(method) ? type.argument(0) : type;
    }
    if (method.equals("builder") || method.equals("newBuilder") || method.equals("crtBuilder")) {
      return builderOf(type);
    }
    if (type.simpleName().endsWith("Builder")
        && (method.equals("standard") || method.equals("create"))) {
      return type;
    }
    boolean made = method.equals("create") || method.equals("crtCreate");
    return isSdk(type) && made ? type : TypeName.UNKNOWN;
  }

  /** What a method of an object of the SDKs returns. */
  public static TypeName returns(TypeName receiver, String method) {
    if (isBuilder(receiver)) {
      return MAKES_CLIENT.contains(method) ? receiver.argument(0) : receiver;
    }
    if (method.equals("toBuilder")) {
      return builderOf(receiver);
    }
    Matcher v2 = CLIENT_V2.matcher(receiver.name());
    if (v2.matches()) {
      return operation(receiver, v2.group(2), v2.group(3) != null, method);
    }
    Matcher v1 = CLIENT_V1.matcher(receiver.name());
    if (v1.matches() && isClient(receiver)) {
      return TypeName.of(
          V1 + v1.group(1) + ".model." + capitalized(withoutAsync(method)) + "Result");
    }
    boolean fluent =
        isV1(receiver) && receiver.name().contains(".model.") && method.startsWith("with");
    return fluent ? receiver : TypeName.UNKNOWN;
  }

  private static TypeName operation(TypeName client, String prefix, boolean async, String method) {
    String home = client.qualifier();
    if (method.equals("waiter")) {
      return TypeName.of(home + ".waiters." + prefix + (async ? "AsyncWaiter" : "Waiter"));
    }
    if (method.endsWith("Paginator")) {
      String operation = method.substring(0, method.length() - "Paginator".length());
      return new TypeName(
          V2 + "core.pagination.sync.SdkIterable", List.of(response(home, operation)));
    }
    if (prefix.equals("S3") && method.startsWith("getObject") && !method.contains("Attr")) {
      TypeName response = response(home, "getObject");
      boolean bytes = method.equals("getObjectAsBytes");
      return asynchronous(
          async,
          new TypeName(
              V2 + "core." + (bytes ? "ResponseBytes" : "ResponseInputStream"), List.of(response)));
    }
    return asynchronous(async, response(home, method));
  }

  private static TypeName asynchronous(boolean async, TypeName response) {
    return async
        ? new TypeName("java.util.concurrent.CompletableFuture", List.of(response))
        : response;
  }

  private static TypeName response(String home, String operation) {
    return TypeName.of(home + ".model." + capitalized(operation) + "Response");
  }

  /** What a lambda passed to a method of the SDKs gets; it always fills in a builder. */
  public static Optional<TypeName> consumed(TypeName receiver, String method) {
    if (isBuilder(receiver)) {
      return isSdk(receiver.argument(0))
          ? Optional.of(builderOf(TypeName.UNKNOWN))
          : Optional.empty();
    }
    Matcher client = CLIENT_V2.matcher(receiver.name());
    if (client.matches()) {
      String operation = method.replaceAll("(AsBytes|Paginator)$", "");
      return Optional.of(
          builderOf(
              TypeName.of(receiver.qualifier() + ".model." + capitalized(operation) + "Request")));
    }
    return isSdk(receiver) ? Optional.of(builderOf(TypeName.UNKNOWN)) : Optional.empty();
  }

  private static String withoutAsync(String method) {
    return method.endsWith("Async") ? method.substring(0, method.length() - 5) : method;
  }

  private static String capitalized(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
