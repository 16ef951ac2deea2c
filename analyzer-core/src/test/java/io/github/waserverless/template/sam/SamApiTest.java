package io.github.waserverless.template.sam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** APIs, declared and implicit, and the events that add routes to them. */
class SamApiTest {

  private static final String ROUTE = "Path: /a\nMethod: get\n";

  @Test
  void restApi() {
    Expansion e =
        Expansion.of(
            """
            Resources:
              Api:
                Type: AWS::Serverless::Api
                Properties:
                  StageName: v1
                  TracingEnabled: true
                  DefinitionBody: {openapi: 3}
                  EndpointConfiguration: {Type: PRIVATE, VPCEndpointIds: [vpce-1]}
            """);
    assertEquals("AWS::ApiGateway::RestApi", e.type("Api"));
    assertEquals(List.of("3"), e.values("Api", "Body", "openapi"));
    assertEquals(List.of("[PRIVATE]"), e.values("Api", "EndpointConfiguration", "Types"));
    assertEquals(List.of("[vpce-1]"), e.values("Api", "EndpointConfiguration", "VpcEndpointIds"));
    assertEquals("AWS::ApiGateway::Stage", e.type("Apiv1Stage"));
    assertEquals("TracingEnabled: true", e.line(e.get("Apiv1Stage").property("TracingEnabled")));
    assertEquals("Api:", e.line("Apiv1Stage"));
  }

  @Test
  void usagePlanFromGlobalsMergesDeeply() {
    Expansion e =
        Expansion.of(
            """
            Resources:
              Api:
                Type: AWS::Serverless::Api
                Properties: {StageName: v1, Auth: {UsagePlan: {Throttle: {RateLimit: 5}}}}
            Globals:
              Api: {Auth: {UsagePlan: {CreateUsagePlan: PER_API, Quota: {Limit: 9}}}}
            """);
    assertEquals(List.of("5"), e.values("ApiUsagePlan", "Throttle", "RateLimit"));
    assertEquals(List.of("9"), e.values("ApiUsagePlan", "Quota", "Limit"));
  }

  @Test
  void sharedUsagePlanHasAllStages() {
    Expansion e =
        Expansion.of(
            """
            Resources:
              A: {Type: 'AWS::Serverless::Api', Properties: {StageName: x}}
              B: {Type: 'AWS::Serverless::Api', Properties: {StageName: y}}
            Globals:
              Api: {Auth: {UsagePlan: {CreateUsagePlan: SHARED}}}
            """);
    assertEquals("AWS::ApiGateway::UsagePlan", e.type("ServerlessUsagePlan"));
    assertEquals(
        List.of("${AxStage}", "${ByStage}"), e.each("ServerlessUsagePlan", "ApiStages", "Stage"));
  }

  @Test
  void implicitRestApiStandsAtItsFirstEvent() {
    Expansion e = Expansion.ofEvent("Api", ROUTE + "TimeoutInMillis: 500");
    assertEquals("AWS::ApiGateway::RestApi", e.type("ServerlessRestApi"));
    assertEquals("AWS::ApiGateway::Stage", e.type("ServerlessRestApiProdStage"));
    assertEquals("Event:", e.line("ServerlessRestApiProdStage"));
    assertEquals("AWS::ApiGateway::Method", e.type("FnEvent"));
    assertEquals(List.of("${ServerlessRestApi}"), e.values("FnEvent", "RestApiId"));
    assertEquals("Method: get", e.line(e.get("FnEvent").property("HttpMethod")));
    assertEquals(List.of("AWS_PROXY"), e.values("FnEvent", "Integration", "Type"));
    assertTrue(e.values("FnEvent", "Integration", "Uri").get(0).contains("${Fn.Arn}"));
    assertTrue(e.get("FnEventPermission").property("SourceArn").present().alwaysHolds());
  }

  @Test
  void implicitRestApiStandsAtGlobals() {
    Expansion e =
        Expansion.of(
            """
            Globals:
              Api:
                TracingEnabled: true
            Resources:
              Fn:
                Type: AWS::Serverless::Function
                Properties:
                  Events: {Event: {Type: Api, Properties: {Path: /, Method: get}}}
            """);
    assertEquals("Api:", e.line("ServerlessRestApi"));
    assertEquals(List.of("true"), e.values("ServerlessRestApiProdStage", "TracingEnabled"));
  }

  @Test
  void implicitApiThatIsNamedIsMadeToo() {
    Expansion e = Expansion.ofEvent("Api", ROUTE + "RestApiId: !Ref ServerlessRestApi");
    assertEquals("AWS::ApiGateway::RestApi", e.type("ServerlessRestApi"));
  }

  @Test
  void implicitApiExistsWhereAnyOfItsFunctionsDoes() {
    Expansion e =
        Expansion.of(
            """
            Resources:
              A:
                Type: AWS::Serverless::Function
                Condition: IsProd
                Properties: {Events: {E: {Type: HttpApi}}}
              B:
                Type: AWS::Serverless::Function
                Properties: {Events: {E: {Type: HttpApi}}}
            """);
    assertFalse(e.get("ServerlessHttpApi").exists().not().possible());
    assertEquals("when IsProd", e.get("AE").exists().inWords());
  }

  @Test
  void eventOfADeclaredApi() {
    Expansion e = Expansion.ofEvent("Api", ROUTE + "RestApiId: !Ref Api");
    assertEquals(List.of("${Api}"), e.values("FnEvent", "RestApiId"));
    assertFalse(e.resources().containsKey("ServerlessRestApi"));
  }

  @Test
  void stateMachineIsStartedWithoutAPermission() {
    Expansion e = Expansion.ofMachineEvent("Api", ROUTE);
    assertEquals(List.of("AWS"), e.values("FlowEvent", "Integration", "Type"));
    assertFalse(e.resources().containsKey("FlowEventPermission"));
    assertEquals("AWS::IAM::Role", e.type("FlowEventRole"));
  }

  @Test
  void httpApiEvent() {
    Expansion e = Expansion.ofEvent("HttpApi", ROUTE + "PayloadFormatVersion: '1.0'");
    assertEquals("AWS::ApiGatewayV2::Api", e.type("ServerlessHttpApi"));
    assertEquals("AWS::ApiGatewayV2::Stage", e.type("ServerlessHttpApiApiGatewayDefaultStage"));
    assertEquals("AWS::ApiGatewayV2::Route", e.type("FnEvent"));
    assertEquals(List.of("1.0"), e.values("FnEventIntegration", "PayloadFormatVersion"));
  }

  @Test
  void httpApi() {
    Expansion e =
        Expansion.of(
            """
            Resources:
              Api:
                Type: AWS::Serverless::HttpApi
                Properties:
                  StageName: !Ref Stage
                  DefaultRouteSettings: {ThrottlingRateLimit: 4}
            """);
    assertEquals(List.of("HTTP"), e.values("Api", "ProtocolType"));
    assertEquals(List.of("4"), e.values("ApiStage", "DefaultRouteSettings", "ThrottlingRateLimit"));
  }

  @Test
  void webSocketApi() {
    Expansion e =
        Expansion.of(
            """
            Resources:
              Api:
                Type: AWS::Serverless::WebSocketApi
                Properties:
                  StageName: v1
                  RouteSelectionExpression: $request.body.action
                  Routes:
                    $connect:
                      FunctionArn: !GetAtt Fn.Arn
                      IntegrationTimeout: 1000
            """);
    assertEquals(List.of("WEBSOCKET"), e.values("Api", "ProtocolType"));
    assertEquals("AWS::ApiGatewayV2::Route", e.type("ApiconnectRoute"));
    assertEquals(List.of("$connect"), e.values("ApiconnectRoute", "RouteKey"));
    assertEquals("$connect:", e.line("ApiconnectIntegration"));
    assertEquals(List.of("1000"), e.values("ApiconnectIntegration", "TimeoutInMillis"));
    assertEquals("AWS::Lambda::Permission", e.type("ApiconnectPermission"));
  }
}
