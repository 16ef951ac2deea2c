package io.github.waserverless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.waserverless.parse.Parsed;
import io.github.waserverless.parse.TreeReader;
import io.github.waserverless.source.SourceFile;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Whatever names and texts the input has, reports can be read by those who read such reports. */
class WellFormedTest {

  /** What ends, opens or cannot stand in XML or JSON, as JSON writes it. */
  private static final List<String> NAMES =
      List.of(
          "]]>",
          "<![CDATA[",
          "<!--",
          "--",
          "&amp;&#0;&lt;",
          "\\\"',:{}[]",
          "\\\\u0041\\\\",
          "\\u0000\\u0001\\u0008\\u000b\\u000c\\u001b[31m",
          "\\r\\n\\t\\u0085\\u2028",
          "\\ud83d\\ude00",
          "\\ufffe\\uffff",
          "\\u202e\\u200b",
          "%0A%25");

  /** Halves of characters, which only YAML lets through. */
  private static final List<String> HALVES = List.of("\\ud800", "\\udc00\\ud800x");

  @TempDir private Path folder;

  @BeforeEach
  void write() throws Exception {
    Files.writeString(folder.resolve("a]]&'b.json"), template(NAMES));
    Files.writeString(folder.resolve("halves.yaml"), template(HALVES));
    Files.writeString(folder.resolve("broken.yaml"), "Resources: {A]]>: \"\\u0001\ufffd");
  }

  private static String template(List<String> names) {
    StringBuilder json = new StringBuilder("{\"Resources\": {");
    for (String name : names) {
      json.append("\"Q" + name + "\": {\"Type\": \"AWS::SQS::Queue\"},\n");
      json.append("\"F" + name + "\": {\"Type\": \"AWS::Lambda::Function\", \"Properties\": ");
      // Without a handler, each of them has a finding of its own.
      json.append("{\"Description\": \"" + name + "\"}},\n");
    }
    return json.append("\"Last\": {\"Type\": \"AWS::SNS::Topic\"}}}").toString();
  }

  private String check(String format) {
    Call call = Call.of("check", "--no-config", "--format", format, folder.toString());
    assertEquals(ExitCode.FINDINGS, call.code(), call.err());
    return call.out();
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "sarif", "gitlab"})
  void json(String format) {
    String out = check(format);
    Parsed parsed = TreeReader.read(new SourceFile(Path.of("out.json"), "out.json", out));
    assertTrue(parsed.root().isPresent(), parsed.notices()::toString);
    assertEquals(List.of(), parsed.notices());
    assertTrue(out.contains("]]>"), out);
  }

  @ParameterizedTest
  @ValueSource(strings = {"junit", "checkstyle"})
  void xml(String format) throws Exception {
    String out = check(format);
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(out)));
    String element = format.equals("junit") ? "testcase" : "error";
    int found = document.getElementsByTagName(element).getLength();
    assertTrue(found >= NAMES.size(), out);
    assertTrue(out.contains("]]&gt;"), out);
  }

  /** Each problem is one line, and none of them is another command. */
  @Test
  void workflowCommands() {
    assertTrue(
        check("github").lines().allMatch(l -> l.matches("::(error|warning|notice) .+::.+")),
        check("github"));
  }
}
