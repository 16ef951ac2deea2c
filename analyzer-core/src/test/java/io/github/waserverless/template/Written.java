package io.github.waserverless.template;

import io.github.waserverless.parse.JsonReader;
import io.github.waserverless.parse.YamlReader;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Value;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Settings as they are written in a template with a few parameters, mappings and conditions. */
final class Written {

  private static final String SECTIONS =
      """
      Parameters:
        Stage: {Type: String}
        Level: {Type: String, AllowedValues: [low, high]}
        Memory: {Type: Number, Default: 512}
        Names: {Type: CommaDelimitedList, Default: 'a, b'}
        Stored: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /x}
        Usual: {Type: String, Default: dev}
        Empty: {Type: String, Default: ''}
        Nothing: {Type: String, Default: null}
      Mappings:
        Sizes:
          dev: {Memory: 128, Timeout: 5}
          prod: {Memory: 1024, Timeout: 5}
        Levels:
          low: {Size: 1}
          lowest: {Size: 0}
      Conditions:
        IsProd: !Equals [!Ref Stage, prod]
        IsDev: !Equals [!Ref Stage, dev]
        IsHigh: !Equals [!Ref Level, high]
        IsLow: !Equals [!Ref Level, low]
        NotProd: !Not [!Condition IsProd]
        Never: !Equals [a, b]
        Round: !Or [!Condition Round, !Condition Round]
      """;

  private Written() {}

  private static Mapping root(String text) {
    return (Mapping)
        YamlReader.read(new SourceFile(Path.of("t.yaml"), "t.yaml", text)).root().orElseThrow();
  }

  static Setting setting(String yaml, Map<String, String> given) {
    Mapping root = root(SECTIONS + "X: " + yaml);
    return Setting.of(
        new Scope("t.yaml", root, given, new JsonInText()), root.get("X").orElseThrow());
  }

  static Setting setting(String yaml) {
    return setting(yaml, Map.of());
  }

  /** A choice between {@code yes} and {@code no} under a condition. */
  static Setting choice(String condition, Map<String, String> given) {
    Mapping root = root(SECTIONS + "  C: " + condition + "\nX: !If [C, yes, no]");
    return Setting.of(
        new Scope("t.yaml", root, given, new JsonInText()), root.get("X").orElseThrow());
  }

  private static final class JsonInText implements Documents {

    @Override
    public Optional<Value> inText(Scalar text) {
      return JsonReader.read(text.raw(), text.location());
    }
  }
}
