package io.github.waserverless.template.sam;

import io.github.waserverless.template.Guard;
import io.github.waserverless.template.Resource;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What CloudFormation sees after the AWS::Serverless transform: every {@code AWS::Serverless}
 * resource as what it becomes, under the same logical id, and what it generates beside it. Source:
 * AWS SAM Developer Guide, "Generated CloudFormation resources".
 */
public final class SamTransform {

  private static final String PREFIX = "AWS::Serverless::";

  private final Globals globals;
  private final PolicyTemplates policyTemplates;
  private final Output output = new Output();
  private final ImplicitApis implicit;

  private SamTransform(Mapping root, PolicyTemplates policyTemplates) {
    this.globals = new Globals(root);
    this.policyTemplates = policyTemplates;
    this.implicit = new ImplicitApis(globals, output);
  }

  /** The resources that CloudFormation sees, by logical id: the declared ones first. */
  public static Map<String, Resource> expand(
      Mapping root, Map<String, Resource> declared, PolicyTemplates policyTemplates) {
    if (declared.values().stream().noneMatch(r -> r.type().startsWith(PREFIX))) {
      return declared;
    }
    SamTransform transform = new SamTransform(root, policyTemplates);
    Map<String, Mapping> properties = new LinkedHashMap<>();
    for (Resource resource : declared.values()) {
      transform.merged(resource).ifPresent(merged -> properties.put(resource.logicalId(), merged));
      transform.output.put(resource);
    }
    for (Resource resource : declared.values()) {
      Mapping merged = properties.get(resource.logicalId());
      if (merged != null) {
        transform.expand(resource, merged);
      }
    }
    transform.implicit.generate();
    transform.connect(declared, properties);
    return transform.output.resources();
  }

  /** Connectors come last: they know the roles of what they connect. */
  private void connect(Map<String, Resource> declared, Map<String, Mapping> properties) {
    Connectors connectors = new Connectors(output);
    for (Resource resource : declared.values()) {
      connectors.expandEmbedded(resource);
      Mapping merged = properties.get(resource.logicalId());
      if (resource.type().equals(PREFIX + "Connector") && merged != null) {
        connectors.expand(new Output.Cause(resource, resource.location(), Guard.ALWAYS), merged);
      }
    }
  }

  /** The properties with Globals; empty when only deployment knows them. */
  private Optional<Mapping> merged(Resource resource) {
    Value properties = resource.body().get("Properties").orElse(null);
    if (properties != null && !(properties instanceof Mapping) && !isNull(properties)) {
      return Optional.empty();
    }
    return Optional.of(
        globals.merged(
            resource.type(),
            Nodes.mappingOr(properties, resource.location()),
            resource.body().get("IgnoreGlobals")));
  }

  private static boolean isNull(Value value) {
    return value instanceof Scalar scalar && scalar.isNull();
  }

  private void expand(Resource resource, Mapping properties) {
    Output.Cause cause = new Output.Cause(resource, resource.location(), Guard.ALWAYS);
    switch (resource.type()) {
      case PREFIX + "Function" ->
          new SamFunction(output, policyTemplates, implicit).expand(cause, properties);
      case PREFIX + "StateMachine" ->
          new SamStateMachine(output, policyTemplates, implicit).expand(cause, properties);
      case PREFIX + "Api" -> new SamRestApi(output).expand(cause, properties);
      case PREFIX + "HttpApi" -> new SamHttpApi(output).expand(cause, properties, "HTTP");
      case PREFIX + "WebSocketApi" -> new SamHttpApi(output).expand(cause, properties, "WEBSOCKET");
      case PREFIX + "SimpleTable" ->
          become(resource, "AWS::DynamoDB::Table", SimpleTable.table(cause, properties));
      case PREFIX + "LayerVersion" -> become(resource, "AWS::Lambda::LayerVersion", properties);
      case PREFIX + "CapacityProvider" ->
          become(resource, "AWS::Lambda::CapacityProvider", properties);
      case PREFIX + "GraphQLApi" ->
          become(resource, "AWS::AppSync::GraphQLApi", graph(cause, properties));
      case PREFIX + "Application" ->
          become(resource, "AWS::CloudFormation::Stack", stack(cause, properties));
      default -> {}
    }
  }

  private void become(Resource resource, String type, Mapping properties) {
    output.put(become(resource, type, properties, Set.of()));
  }

  /** A declared resource as what it becomes. */
  static Resource become(
      Resource resource, String type, Mapping properties, Set<String> attributesLeftOut) {
    List<Mapping.Entry> attributes =
        resource.body().entries().stream()
            .filter(e -> !e.name().equals("Properties") && !attributesLeftOut.contains(e.name()))
            .toList();
    List<Mapping.Entry> entries = new java.util.ArrayList<>(attributes);
    entries.add(new Mapping.Entry(Scalar.text("Properties", resource.location()), properties));
    return new Resource(
        new Resource.Declaration(
            resource.scope(),
            resource.template(),
            resource.logicalId(),
            type,
            resource.owner(),
            new Mapping(entries, resource.body().location()),
            resource.location(),
            resource.exists(),
            resource.open()));
  }

  /** SAM logs everything unless told otherwise. */
  private static Mapping graph(Output.Cause cause, Mapping properties) {
    Nodes graph = Nodes.at(cause.at()).copyAllBut(properties, Set.of("Logging"));
    Optional<Value> logging = properties.get("Logging").filter(l -> !Conditional.isNothing(l));
    if (logging.isPresent() && !(logging.get() instanceof Scalar)) {
      return graph.renamed(properties, "Logging", "LogConfig").map();
    }
    boolean off = logging.filter(l -> ((Scalar) l).raw().equalsIgnoreCase("false")).isPresent();
    Mapping all = Nodes.at(cause.at()).put("FieldLogLevel", "ALL").map();
    return off ? graph.map() : graph.put("LogConfig", all).map();
  }

  private static Mapping stack(Output.Cause cause, Mapping properties) {
    Optional<Value> location = properties.get("Location");
    Nodes stack = Nodes.at(cause.at()).copy(properties, "Parameters");
    return location.filter(Scalar.class::isInstance).isPresent()
        ? stack.renamed(properties, "Location", "TemplateURL").map()
        : stack.map();
  }
}
