package io.github.waserverless.code.flow;

import io.github.waserverless.code.TypeName;
import java.util.List;
import java.util.Map;

/** The parameters of constructors of requests and of methods that take no request, by name. */
final class RequestConstructors {

  private static final Map<String, List<String>> CONSTRUCTORS =
      Map.ofEntries(
          Map.entry("SendMessageRequest", List.of("queueUrl", "messageBody")),
          Map.entry("SendMessageBatchRequest", List.of("queueUrl", "entries")),
          Map.entry("ReceiveMessageRequest", List.of("queueUrl")),
          Map.entry("DeleteMessageRequest", List.of("queueUrl", "receiptHandle")),
          Map.entry("PublishRequest", List.of("topicArn", "message", "subject")),
          Map.entry("GetObjectRequest", List.of("bucketName", "key")),
          Map.entry("PutObjectRequest", List.of("bucketName", "key", "file", "metadata")),
          Map.entry("DeleteObjectRequest", List.of("bucketName", "key")),
          Map.entry(
              "CopyObjectRequest",
              List.of("sourceBucketName", "sourceKey", "destinationBucketName", "destinationKey")),
          Map.entry("GetItemRequest", List.of("tableName", "key")),
          Map.entry("PutItemRequest", List.of("tableName", "item")),
          Map.entry("UpdateItemRequest", List.of("tableName", "key", "attributeUpdates")),
          Map.entry("DeleteItemRequest", List.of("tableName", "key")),
          Map.entry("ScanRequest", List.of("tableName")),
          Map.entry("QueryRequest", List.of("tableName")),
          Map.entry("BatchItemFailure", List.of("itemIdentifier")),
          Map.entry("SQSBatchResponse", List.of("batchItemFailures")),
          Map.entry("StreamsEventResponse", List.of("batchItemFailures")),
          Map.entry("Item", List.of()));

  private static final Map<String, List<String>> METHODS =
      Map.ofEntries(
          Map.entry("sqs.sendMessage", List.of("queueUrl", "messageBody")),
          Map.entry("sqs.sendMessageBatch", List.of("queueUrl", "entries")),
          Map.entry("sqs.receiveMessage", List.of("queueUrl")),
          Map.entry("sqs.deleteMessage", List.of("queueUrl", "receiptHandle")),
          Map.entry("sqs.getQueueUrl", List.of("queueName")),
          Map.entry("sns.publish", List.of("topicArn", "message", "subject")),
          Map.entry("s3.getObject", List.of("bucketName", "key")),
          Map.entry("s3.putObject", List.of("bucketName", "key", "content", "metadata")),
          Map.entry("s3.deleteObject", List.of("bucketName", "key")),
          Map.entry("s3.doesObjectExist", List.of("bucketName", "key")),
          Map.entry("s3.listObjects", List.of("bucketName", "prefix")),
          Map.entry("s3.listObjectsV2", List.of("bucketName", "prefix")),
          Map.entry(
              "s3.copyObject",
              List.of("sourceBucketName", "sourceKey", "destinationBucketName", "destinationKey")),
          Map.entry("dynamodb.getItem", List.of("tableName", "key")),
          Map.entry("dynamodb.putItem", List.of("tableName", "item")),
          Map.entry("dynamodb.updateItem", List.of("tableName", "key", "attributeUpdates")),
          Map.entry("dynamodb.deleteItem", List.of("tableName", "key")),
          Map.entry("dynamodb.scan", List.of("tableName")),
          Map.entry("dynamodb.batchWriteItem", List.of("requestItems")),
          Map.entry("kinesis.putRecord", List.of("streamName", "data", "partitionKey")));

  private RequestConstructors() {}

  /** The name of a constructor's parameter; its position when it is not known. */
  static String parameter(TypeName type, int index, int size) {
    List<String> names = CONSTRUCTORS.getOrDefault(type.simpleName(), List.of());
    return index < names.size() ? names.get(index) : Integer.toString(index);
  }

  /** The name of a parameter of an operation's method that takes no request. */
  static String argument(String operation, int index) {
    List<String> names = METHODS.getOrDefault(operation, List.of());
    return index < names.size() ? names.get(index) : Integer.toString(index);
  }
}
