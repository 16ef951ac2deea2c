package io.github.waserverless.rules;

import io.github.waserverless.parse.TreeReader;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which rules of other tools look for the same problems. */
final class Peers {

  /** The tools as the table names them, with the names that they call themselves by. */
  static final Map<String, String> TOOLS =
      new TreeMap<>(
          Map.of(
              "serverless-rules", "serverless-rules",
              "cfn-lint", "cfn-lint",
              "cdk-nag", "cdk-nag",
              "checkov", "Checkov",
              "cfn_nag", "cfn_nag",
              "sonar", "Sonar"));

  private final Mapping rules;

  private Peers(Mapping rules) {
    this.rules = rules;
  }

  static Peers shipped() {
    try (InputStream in = BuiltInRules.class.getResourceAsStream("peers.json")) {
      if (in == null) {
        throw new AssertionError("peers.json is missing");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Value root =
          TreeReader.read(new SourceFile(Path.of("peers.json"), "peers.json", text))
              .root()
              .orElseThrow();
      return new Peers((Mapping) ((Mapping) root).get("rules").orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The ids of all rules that have peers, built or not, in the order of the table. */
  List<String> ids() {
    return rules.entries().stream().map(Mapping.Entry::name).toList();
  }

  /** The tools that a rule has peers in. */
  List<String> tools(String id) {
    return rules.get(id).stream()
        .flatMap(tools -> ((Mapping) tools).entries().stream())
        .map(Mapping.Entry::name)
        .toList();
  }

  /** The rules of a tool that look for the problem of a rule. */
  List<String> of(String id, String tool) {
    return rules.get(id).stream()
        .flatMap(tools -> ((Mapping) tools).get(tool).stream())
        .flatMap(list -> ((Sequence) list).items().stream())
        .map(item -> ((Scalar) item).raw())
        .toList();
  }
}
