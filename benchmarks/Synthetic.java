import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes an application of a given size: {@code Synthetic FOLDER SHAPE UNITS}. A unit is a queue
 * with its dead-letter queue, a table, and a Java function that reads the one and writes the other.
 * The shape {@code one} has one template for all of them, {@code many} one for each.
 */
public final class Synthetic {

  private static final String HEAD =
      "AWSTemplateFormatVersion: '2010-09-09'\n"
          + "Transform: AWS::Serverless-2016-10-31\n"
          + "Resources:\n";

  private static final String UNIT =
      """
        Orders%1$d:
          Type: AWS::SQS::Queue
          Properties:
            VisibilityTimeout: 60
            RedrivePolicy:
              deadLetterTargetArn: !GetAtt Failed%1$d.Arn
              maxReceiveCount: 5
        Failed%1$d:
          Type: AWS::SQS::Queue
          Properties:
            QueueName: !Sub "failed-orders-%1$d-${AWS::Region}"
        Table%1$d:
          Type: AWS::DynamoDB::Table
          Properties:
            BillingMode: PAY_PER_REQUEST
            AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
            KeySchema: [{AttributeName: id, KeyType: HASH}]
        Worker%1$d:
          Type: AWS::Serverless::Function
          Properties:
            Handler: orders.Worker%1$d::handleRequest
            Runtime: java17
            CodeUri: %2$s
            Environment:
              Variables:
                TABLE: !Ref Table%1$d
            Policies:
              - DynamoDBCrudPolicy: {TableName: !Ref Table%1$d}
            Events:
              Orders:
                Type: SQS
                Properties: {Queue: !GetAtt Orders%1$d.Arn, BatchSize: 10}
      """;

  private static final String CODE =
      """
      package orders;

      import com.amazonaws.services.lambda.runtime.Context;
      import com.amazonaws.services.lambda.runtime.RequestHandler;
      import com.amazonaws.services.lambda.runtime.events.SQSEvent;
      import java.util.Map;
      import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
      import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

      public class Worker%1$d implements RequestHandler<SQSEvent, Void> {
        private final DynamoDbClient client = DynamoDbClient.create();

        @Override
        public Void handleRequest(SQSEvent event, Context context) {
          for (SQSEvent.SQSMessage message : event.getRecords()) {
            store(message.getBody());
          }
          return null;
        }

        private void store(String body) {
          client.putItem(
              request ->
                  request
                      .tableName(System.getenv("TABLE"))
                      .item(Map.of("id", AttributeValue.fromS(body))));
        }
      }
      """;

  private Synthetic() {}

  /** Writes the application. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    boolean one = arguments[1].equals("one");
    int units = Integer.parseInt(arguments[2]);
    StringBuilder all = new StringBuilder(HEAD);
    for (int i = 0; i < units; i++) {
      Path home = one ? folder : folder.resolve("unit" + i);
      Path sources = Files.createDirectories(home.resolve("src/main/java/orders"));
      Files.writeString(sources.resolve("Worker" + i + ".java"), CODE.formatted(i));
      Files.writeString(home.resolve("pom.xml"), "<project/>\n");
      String unit = UNIT.formatted(i, ".");
      all.append(unit);
      if (!one) {
        Files.writeString(home.resolve("template.yaml"), HEAD + unit);
      }
    }
    if (one) {
      Files.writeString(folder.resolve("template.yaml"), all);
    }
  }
}
