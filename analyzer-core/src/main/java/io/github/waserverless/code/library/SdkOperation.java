package io.github.waserverless.code.library;

import io.github.waserverless.code.TypeName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An operation of an AWS service.
 *
 * @param service the prefix of its IAM actions: {@code sqs}, {@code states}, {@code events}
 * @param name as the API names it, beginning with a small letter: {@code sendMessage}
 */
public record SdkOperation(String service, String name) {

  /** The packages whose services have another prefix in IAM. */
  private static final Map<String, String> PREFIXES =
      Map.ofEntries(
          Map.entry("sfn", "states"),
          Map.entry("stepfunctions", "states"),
          Map.entry("eventbridge", "events"),
          Map.entry("cloudwatchevents", "events"),
          Map.entry("cloudwatchlogs", "logs"),
          Map.entry("dynamodbv2", "dynamodb"),
          Map.entry("sesv2", "ses"),
          Map.entry("simpleemail", "ses"),
          Map.entry("simpleemailv2", "ses"),
          Map.entry("simplesystemsmanagement", "ssm"),
          Map.entry("securitytoken", "sts"),
          Map.entry("cognitoidentityprovider", "cognito-idp"),
          Map.entry("cognitoidp", "cognito-idp"),
          Map.entry("cognitoidentity", "cognito-identity"),
          Map.entry("kinesisfirehose", "firehose"),
          Map.entry("apigatewaymanagementapi", "execute-api"),
          Map.entry("apigatewayv2", "apigateway"),
          Map.entry("iotdataplane", "iotdata"),
          Map.entry("iotdata", "iotdata"),
          Map.entry("identitymanagement", "iam"),
          Map.entry("bedrockruntime", "bedrock"),
          Map.entry("bedrockagentruntime", "bedrock"),
          Map.entry("sagemakerruntime", "sagemaker"),
          Map.entry("rdsdata", "rds-data"),
          Map.entry("redshiftdata", "redshift-data"),
          Map.entry("cloudformation", "cloudformation"),
          Map.entry("elasticloadbalancingv2", "elasticloadbalancing"),
          Map.entry("costexplorer", "ce"),
          Map.entry("marketplacemetering", "aws-marketplace"),
          Map.entry("pinpoint", "mobiletargeting"));

  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("getObjectAsBytes", "getObject"),
          Map.entry("getObjectAsString", "getObject"),
          Map.entry("putItemWithResponse", "putItem"),
          Map.entry("updateItemWithResponse", "updateItem"),
          Map.entry("deleteItemWithResponse", "deleteItem"),
          Map.entry("getItemWithResponse", "getItem"),
          Map.entry("listObjectsV2", "listObjectsV2"));

  private static final Map<String, String> MAPPER =
      Map.ofEntries(
          Map.entry("save", "updateItem"),
          Map.entry("load", "getItem"),
          Map.entry("delete", "deleteItem"),
          Map.entry("query", "query"),
          Map.entry("queryPage", "query"),
          Map.entry("count", "query"),
          Map.entry("scan", "scan"),
          Map.entry("scanPage", "scan"),
          Map.entry("parallelScan", "scan"),
          Map.entry("batchSave", "batchWriteItem"),
          Map.entry("batchWrite", "batchWriteItem"),
          Map.entry("batchDelete", "batchWriteItem"),
          Map.entry("batchLoad", "batchGetItem"),
          Map.entry("transactionWrite", "transactWriteItems"),
          Map.entry("transactionLoad", "transactGetItems"));

  private static final Map<String, String> TRANSFERS =
      Map.of(
          "upload", "putObject",
          "uploadFile", "putObject",
          "uploadDirectory", "putObject",
          "download", "getObject",
          "downloadFile", "getObject",
          "downloadDirectory", "getObject",
          "copy", "copyObject");

  private static final Set<String> NO_CALL =
      Set.of(
          "builder",
          "create",
          "close",
          "shutdown",
          "serviceName",
          "serviceClientConfiguration",
          "utilities",
          "waiter",
          "waiters",
          "batchManager",
          "table",
          "index",
          "getTable",
          "getIndex",
          "tableName",
          "tableSchema",
          "indexName",
          "mapperExtension",
          "keyFrom",
          "setRegion",
          "setEndpoint",
          "withRegion",
          "withEndpoint",
          "getRegion",
          "getCachedResponseMetadata",
          "generatePresignedUrl",
          "getUrl",
          "toString",
          "equals",
          "hashCode",
          "getClass",
          "shutdownNow",
          "generateCreateTableRequest",
          "newTableMapper");

  /** What a method of a client calls; empty when it calls nothing, or the type is no client. */
  public static Optional<SdkOperation> of(TypeName receiver, String method) {
    Optional<String> home = SdkTypes.servicePackage(receiver);
    if (home.isEmpty() || NO_CALL.contains(method) || method.startsWith("presign")) {
      return Optional.empty();
    }
    String service = PREFIXES.getOrDefault(home.get(), home.get());
    return Optional.of(new SdkOperation(service, name(receiver, method)));
  }

  private static String name(TypeName receiver, String method) {
    String simple = receiver.simpleName();
    if (simple.equals("DynamoDBMapper")) {
      return MAPPER.getOrDefault(method, method);
    }
    if (simple.contains("TransferManager")) {
      return TRANSFERS.getOrDefault(method, method);
    }
    String operation = method;
    if (method.endsWith("Paginator")) {
      operation = method.substring(0, method.length() - "Paginator".length());
    } else if (SdkTypes.isV1(receiver) && method.endsWith("Async")) {
      operation = method.substring(0, method.length() - "Async".length());
    }
    return OTHER_NAMES.getOrDefault(operation, operation);
  }

  /** As the SDK, IAM and CloudTrail write it: {@code sqs:SendMessage}. */
  public String action() {
    return service + ":" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  @Override
  public String toString() {
    return service + "." + name;
  }
}
