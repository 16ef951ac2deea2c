package com.example.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.eventsources.SqsEventSource;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

public class OrdersStack extends Stack {

  public OrdersStack(Construct scope, String id) {
    super(scope, id);
    Queue orders =
        Queue.Builder.create(this, "Orders").visibilityTimeout(Duration.seconds(30)).build();
    Table table =
        Table.Builder.create(this, "Table")
            .partitionKey(Attribute.builder().name("id").type(AttributeType.STRING).build())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    Function consumer =
        Function.Builder.create(this, "Consumer")
            .runtime(Handlers.RUNTIME)
            .code(Handlers.CODE)
            .handler("com.example.orders.OrderHandler::handleRequest")
            .memorySize(512)
            .timeout(Duration.seconds(30))
            .environment(Map.of("TABLE", table.getTableName()))
            .build();
    consumer.addToRolePolicy(
        PolicyStatement.Builder.create()
            .actions(List.of("dynamodb:UpdateItem"))
            .resources(List.of(table.getTableArn()))
            .build());
    consumer.addEventSource(SqsEventSource.Builder.create(orders).batchSize(10).build());
    new Clicks(this, "Clicks");
  }
}
