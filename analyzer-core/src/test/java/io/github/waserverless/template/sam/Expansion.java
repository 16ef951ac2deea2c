package io.github.waserverless.template.sam;

import io.github.waserverless.parse.YamlReader;
import io.github.waserverless.source.Notice;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.template.Declarations;
import io.github.waserverless.template.Documents;
import io.github.waserverless.template.Fragments;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Scope;
import io.github.waserverless.template.Setting;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A template and what the transform makes of it. */
record Expansion(String text, Map<String, Resource> resources) {

  private static final String CONDITIONS =
      """
      Transform: AWS::Serverless-2016-10-31
      Parameters:
        Stage: {Type: String}
      Conditions:
        IsProd: !Equals [!Ref Stage, prod]
        IsTest: !Equals [!Ref Stage, test]
      """;

  private static final Map<String, String> POLICY_TEMPLATES =
      Map.of(
          "sam-policy-templates",
          "templates: [SQSPollerPolicy]",
          "sam-policy-templates/SQSPollerPolicy",
          """
          parameters: [QueueName]
          statements:
            - Effect: Allow
              Action: ['sqs:ReceiveMessage']
              Resource: !Sub ['arn:aws:sqs:::${queue}', {queue: !Ref QueueName}]
          """);

  private static final Documents NO_DOCUMENTS =
      new Documents() {
        @Override
        public Optional<Value> inText(Scalar text) {
          return Optional.empty();
        }

        @Override
        public Optional<Value> inFile(Scalar path) {
          return Optional.empty();
        }
      };

  /** What becomes of sections of a template; the conditions IsProd and IsTest are there. */
  static Expansion of(String sections) {
    String text = CONDITIONS + sections;
    Mapping root = tree(text);
    Scope scope = new Scope("t.yaml", root, Map.of(), NO_DOCUMENTS);
    List<Notice> notices = new ArrayList<>();
    Map<String, Resource> declared =
        Declarations.in("t.yaml", root, scope, new Fragments(root), notices);
    PolicyTemplates templates =
        new PolicyTemplates(name -> tree(Objects.requireNonNull(POLICY_TEMPLATES.get(name))));
    return new Expansion(text, SamTransform.expand(root, declared, templates));
  }

  /** What becomes of a function {@code Fn} with further properties. */
  static Expansion ofFunction(String properties) {
    return of(
        "Resources:\n  Fn:\n    Type: AWS::Serverless::Function\n    Properties:\n"
            + properties.indent(6));
  }

  /** What becomes of a function {@code Fn} with an event {@code Event}. */
  static Expansion ofEvent(String type, String properties) {
    return ofFunction(event(type, properties));
  }

  /** What becomes of a state machine {@code Flow} with an event {@code Event}. */
  static Expansion ofMachineEvent(String type, String properties) {
    return of(
        "Resources:\n  Flow:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n"
            + event(type, properties).indent(6));
  }

  private static String event(String type, String properties) {
    return "Events:\n  Event:\n    Type: " + type + "\n    Properties:\n" + properties.indent(6);
  }

  private static Mapping tree(String text) {
    return (Mapping)
        YamlReader.read(new SourceFile(Path.of("t.yaml"), "t.yaml", text)).root().orElseThrow();
  }

  /** A resource that must be there. */
  Resource get(String id) {
    return Optional.ofNullable(resources.get(id))
        .orElseThrow(() -> new AssertionError(id + " is not among " + resources.keySet()));
  }

  /** The type of a resource; empty when it is not there. */
  String type(String id) {
    return resources.containsKey(id) ? get(id).type() : "";
  }

  /** The possible values of a property of a resource as text. */
  List<String> values(String id, String... path) {
    return get(id).property(path).renderings();
  }

  /** The values of a key in each item of a list property. */
  List<String> each(String id, String list, String... path) {
    return get(id).property(list).items().stream()
        .flatMap(item -> item.get(path).renderings().stream())
        .toList();
  }

  /** The line of the template on which a setting is written. */
  String line(Setting setting) {
    return text.lines().toList().get(setting.place().span().startLine() - 1).strip();
  }

  /** The line of the template at which a resource is placed. */
  String line(String id) {
    return text.lines().toList().get(get(id).location().span().startLine() - 1).strip();
  }
}
