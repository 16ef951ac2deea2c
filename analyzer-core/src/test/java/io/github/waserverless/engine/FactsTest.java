package io.github.waserverless.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.waserverless.report.FactsText;
import io.github.waserverless.source.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of applications, as users read it. */
class FactsTest {

  private static final String HANDLER =
      """
      package demo;

      import com.amazonaws.services.lambda.runtime.Context;
      import com.amazonaws.services.lambda.runtime.RequestHandler;
      import com.amazonaws.services.lambda.runtime.events.SQSEvent;
      import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

      public class Handler implements RequestHandler<SQSEvent, String> {
        private static final String TABLE = System.getenv("TABLE");
        private final DynamoDbClient client = DynamoDbClient.create();

        public Handler() {
          client.listTables();
        }

        @Override
        public String handleRequest(SQSEvent event, Context context) {
          store(event);
          return System.getenv("OTHER");
        }

        private void store(SQSEvent event) {
          client.putItem(put -> put.tableName(TABLE));
        }
      }
      """;

  private static final String TEMPLATE =
      """
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Table: {Type: AWS::DynamoDB::Table}
        Queue: {Type: AWS::SQS::Queue}
        Worker:
          Type: AWS::Serverless::Function
          Properties:
            Runtime: java21
            Handler: demo.Handler
            CodeUri: .
            Environment: {Variables: {TABLE: !Ref Table}}
            Events: {Queue: {Type: SQS, Properties: {Queue: !GetAtt Queue.Arn}}}
        Script:
          Type: AWS::Serverless::Function
          Properties: {Runtime: python3.13, Handler: a.b, InlineCode: x}
        Image:
          Type: AWS::Serverless::Function
          Properties: {PackageType: Image}
      """;

  private static final String ALONE =
      """
      package alone;

      import com.amazonaws.services.lambda.runtime.Context;
      import com.amazonaws.services.lambda.runtime.RequestHandler;

      public class Alone
          implements RequestHandler<
              com.amazonaws.services.lambda.runtime.events.KinesisEvent, Void> {
        @Override
        public Void handleRequest(
            com.amazonaws.services.lambda.runtime.events.KinesisEvent event, Context context) {
          return null;
        }
      }
      """;

  @TempDir private Path folder;

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private Facts facts() {
    return new Run(List.of(), Tables.shipped(LocalDate.EPOCH), Map.of())
        .facts(Search.in(List.of(folder)), Progress.NONE);
  }

  private String text() throws IOException {
    StringBuilder text = new StringBuilder();
    FactsText.write(facts(), text);
    return text.toString().replace(folder + "/", "");
  }

  @Test
  void functionsAreToldWithWhatTheyDo() throws IOException {
    write("app/template.yaml", TEMPLATE);
    write("app/src/main/java/demo/Handler.java", HANDLER);
    write("other/template.yaml", "Resources: {Q: {Type: AWS::SQS::Queue}}");
    assertEquals(
        """
        Application of app/template.yaml
          Worker (java21) app/template.yaml:5:3
            triggers SQS (Worker)
            handler  demo.Handler
            binding  bound
            entry    demo.Handler::handleRequest of SQSEvent
                     app/src/main/java/demo/Handler.java:17:17
            calls    dynamodb:listTables (init) at app/src/main/java/demo/Handler.java:13:12
            calls    dynamodb:putItem of Table (invoke) at app/src/main/java/demo/Handler.java:23:12
            reads    TABLE at app/src/main/java/demo/Handler.java:9:46
            reads    OTHER, not set by the template at app/src/main/java/demo/Handler.java:19:19
          Script (python3.13) app/template.yaml:13:3
            handler  a.b
          Image (unknown) app/template.yaml:16:3

        """,
        text());
  }

  @Test
  void handlersWithoutATemplateAreTold() throws IOException {
    write("src/main/java/alone/Alone.java", ALONE);
    write("src/main/java/alone/Other.java", "package alone; class Other {}");
    assertEquals(
        """
        Handlers that no template deploys
          Alone (unknown) src/main/java/alone/Alone.java:6:14
            triggers Kinesis
            binding  no-function
            entry    alone.Alone::handleRequest of KinesisEvent
                     src/main/java/alone/Alone.java:10:15

        """,
        text());
  }

  @Test
  void whatWasNotLookedAtIsTold() throws IOException {
    write(
        "app/template.yaml",
        """
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Machine: {Type: AWS::Serverless::StateMachine, Properties: {DefinitionUri: gone.json}}
        """);
    assertEquals(
        List.of(
            "the states of Machine were not looked at: its definition gone.json does not exist"),
        facts().notices().stream().map(Notice::message).toList());
    assertEquals(List.of(), facts().applications());
  }
}
