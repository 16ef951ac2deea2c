package io.github.waserverless.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.waserverless.engine.Project;
import io.github.waserverless.engine.Tables;
import io.github.waserverless.source.Notice;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiRouteTest {

  private static final RuleData DATA = Tables.shipped(LocalDate.of(2026, 11, 1));

  private static Project project(String resources, Map<String, String> others) {
    Map<String, String> files = new java.util.LinkedHashMap<>(others);
    files.put("template.yaml", "Transform: AWS::Serverless-2016-10-31\nResources:\n" + resources);
    return Project.inMemory(files, DATA);
  }

  private static List<String> keys(Project project) {
    return project.applications().stream()
        .flatMap(app -> ApiRoute.in(app).stream())
        .map(ApiRoute::key)
        .toList();
  }

  @Test
  void pathsOfMethodsAreThoseOfTheirResources() {
    String resources =
        """
          Api: {Type: AWS::ApiGateway::RestApi}
          Orders:
            Type: AWS::ApiGateway::Resource
            Properties: {RestApiId: !Ref Api, ParentId: !GetAtt Api.RootResourceId, PathPart: orders}
          Order:
            Type: AWS::ApiGateway::Resource
            Properties: {RestApiId: !Ref Api, ParentId: !Ref Orders, PathPart: "{id}"}
          Get:
            Type: AWS::ApiGateway::Method
            Properties: {RestApiId: !Ref Api, ResourceId: !Ref Order, HttpMethod: GET}
          Root:
            Type: AWS::ApiGateway::Method
            Properties: {RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: "*"}
          Elsewhere:
            Type: AWS::ApiGateway::Method
            Properties: {RestApiId: !Ref Api, ResourceId: !ImportValue Path, HttpMethod: PUT}
        """;
    assertEquals(List.of("GET /orders/{id}", "ANY /", "PUT …"), keys(project(resources, Map.of())));
  }

  @Test
  void aLoopOfResourcesEnds() {
    String resources =
        """
          Api: {Type: AWS::ApiGateway::RestApi}
          A:
            Type: AWS::ApiGateway::Resource
            Properties: {RestApiId: !Ref Api, ParentId: !Ref B, PathPart: a}
          B:
            Type: AWS::ApiGateway::Resource
            Properties: {RestApiId: !Ref Api, ParentId: !Ref A, PathPart: b}
          Get:
            Type: AWS::ApiGateway::Method
            Properties: {RestApiId: !Ref Api, ResourceId: !Ref A, HttpMethod: GET}
        """;
    assertTrue(keys(project(resources, Map.of())).get(0).startsWith("GET …"));
  }

  @Test
  void eventsAndDocumentsOfOneApiAreOneRoute() {
    String resources =
        """
          Api: {Type: AWS::Serverless::HttpApi, Properties: {DefinitionUri: api.yaml}}
          Worker:
            Type: AWS::Serverless::Function
            Properties:
              Events:
                Get:
                  Type: HttpApi
                  Properties: {ApiId: !Ref Api, Path: /orders, Method: get}
                Other: {Type: HttpApi, Properties: {ApiId: !Ref Api}}
        """;
    String document =
        """
        paths:
          /orders:
            get: {}
            x-amazon-apigateway-any-method: {}
            parameters: []
          /$default:
            x-amazon-apigateway-any-method: {}
        """;
    Project project = project(resources, Map.of("api.yaml", document));
    assertEquals(List.of("GET /orders", "ANY /orders", "$default"), keys(project));
    assertEquals(List.of(), project.notices());
  }

  @Test
  void aDocumentThatCannotBeReadIsTold() {
    String resources =
        """
          Missing:
            Type: AWS::Serverless::Api
            Properties: {DefinitionUri: api.yaml}
          Included:
            Type: AWS::ApiGatewayV2::Api
            Properties:
              Body: {"Fn::Transform": {Name: AWS::Include, Parameters: {Location: more.yaml}}}
          InTheCloud:
            Type: AWS::ApiGateway::RestApi
            Properties: {BodyS3Location: {Bucket: documents, Key: api.yaml}}
          Imported:
            Type: AWS::ApiGateway::RestApi
            Properties: {Body: !ImportValue Document}
          None: {Type: AWS::ApiGateway::RestApi}
        """;
    assertEquals(
        List.of(
            "the routes of Missing were not looked at: its document api.yaml does not exist",
            "the routes of InTheCloud were not looked at: its document is an object in S3",
            "the routes of Imported were not looked at: its document is not known before deployment",
            "the routes of Included were not looked at: its document more.yaml does not exist"),
        project(resources, Map.of()).notices().stream().map(Notice::message).toList());
  }

  @Test
  void whatHasAnotherShapeIsNoRoute() {
    String resources =
        """
          Text: {Type: AWS::ApiGateway::RestApi, Properties: {Body: {paths: all}}}
          List: {Type: AWS::ApiGateway::RestApi, Properties: {Body: {paths: {/orders: [get]}}}}
          Named: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: [a], RouteKey: {b: c}}}
          Method: {Type: AWS::ApiGateway::Method, Properties: {RestApiId: {a: !Ref Text}}}
        """;
    assertEquals(List.of("ANY …"), keys(project(resources, Map.of())));
  }
}
