package com.example.orders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

public class OrderHandler implements RequestHandler<SQSEvent, Void> {

  @Override
  public Void handleRequest(SQSEvent event, Context context) {
    DynamoDbClient dynamoDb = DynamoDbClient.create();
    for (SQSEvent.SQSMessage message : event.getRecords()) {
      dynamoDb.updateItem(
          request ->
              request
                  .tableName(System.getenv("TABLE"))
                  .key(Map.of("id", AttributeValue.fromS(message.getBody())))
                  .updateExpression("ADD total :one")
                  .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))));
    }
    return null;
  }
}
