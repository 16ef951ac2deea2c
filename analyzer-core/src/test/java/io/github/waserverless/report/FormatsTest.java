package io.github.waserverless.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.waserverless.app.Application;
import io.github.waserverless.engine.Analysis;
import io.github.waserverless.engine.Run;
import io.github.waserverless.engine.Tables;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Pillar;
import io.github.waserverless.rule.Principle;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.template.Resource;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class FormatsTest {

  private static final String TEMPLATE =
      """
      Resources:
        A: {Type: AWS::SQS::Queue}
        B: {Type: AWS::SQS::Queue}
      """;

  @TempDir private Path folder;

  /** Its message has everything that some format must escape. */
  @RuleInfo(
      id = "TST001",
      name = "queue-exists",
      title = "Queue exists",
      principles = Principle.SHARE_NOTHING,
      pillar = Pillar.SECURITY,
      severity = Severity.WARNING)
  private static final class QueueExists implements Rule {

    @Override
    public void check(Application app, Findings findings) {
      for (Resource queue : app.resources("AWS::SQS::Queue")) {
        findings.report(
            Problem.of(queue, "100 %, <a> & \"b\": c\nd\u001b")
                .as(queue.name().equals("A") ? Severity.ERROR : Severity.NOTE));
      }
    }
  }

  private String report(Report report, Severity least, String... more) throws Exception {
    Files.writeString(folder.resolve("a,b.yaml"), TEMPLATE);
    for (String text : more) {
      Files.writeString(folder.resolve("broken.yaml"), "Resources: {Type: AWS::X}\n" + text);
    }
    Analysis analysis =
        new Run(List.of(new QueueExists()), Tables.shipped(LocalDate.of(2026, 11, 1)), Map.of())
            .analyze(List.of(folder));
    StringBuilder out = new StringBuilder();
    report.write(new View(analysis, least, true, false), out);
    return names("dir").apply(out.toString());
  }

  private UnaryOperator<String> names(String instead) {
    return name -> name.replace(folder.toString().replace('\\', '/'), instead);
  }

  @Test
  void github() throws Exception {
    assertEquals(
        "::error file=top/a%2Cb.yaml,line=2,endLine=2,col=3,endColumn=4,title=TST001 queue-exists"
            + "::100 %25, <a> & \"b\": c\\u000ad\\u001b\n"
            + "::notice file=top/a%2Cb.yaml,line=3,endLine=3,col=3,endColumn=4,title=TST001"
            + " queue-exists::100 %25, <a> & \"b\": c\\u000ad\\u001b\n",
        report(new GithubReport(names("top")), Severity.NOTE));
    String unreadable = report(new GithubReport(names("top")), Severity.ERROR, "x: [");
    assertTrue(unreadable.contains("::error file=top/broken.yaml,line="), unreadable);
  }

  @Test
  void gitlab() throws Exception {
    String all = report(new GitlabReport(names("top")), Severity.NOTE);
    String start =
        """
        [
          {
            "type": "issue",
            "check_name": "TST001 queue-exists",
            "description": "100 %, <a> & \\"b\\": c\\nd\\u001b",
            "severity": "critical",
            "fingerprint": \
        """;
    assertTrue(all.startsWith(start), all);
    assertTrue(
        all.contains("\"path\": \"top/a,b.yaml\",\n      \"lines\": {\n        \"begin\": 2,"));
    assertTrue(all.contains("\"severity\": \"info\""), all);
    String graver = report(new GitlabReport(names("top")), Severity.ERROR);
    assertEquals(1, graver.split("fingerprint", -1).length - 1, graver);
    assertEquals(2, all.split("fingerprint", -1).length - 1, all);
  }

  @Test
  void checkstyle() throws Exception {
    String xml = report(new CheckstyleReport("1.2.3"), Severity.NOTE);
    assertEquals(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <checkstyle version="1.2.3">
          <file name="dir/a,b.yaml">
            <error line="2" column="3" severity="error" message="100 %, &lt;a&gt; &amp; \
        &quot;b&quot;: c&#10;d\\u001b" source="wa-serverless.TST001"/>
            <error line="3" column="3" severity="info" message="100 %, &lt;a&gt; &amp; \
        &quot;b&quot;: c&#10;d\\u001b" source="wa-serverless.TST001"/>
          </file>
        </checkstyle>
        """,
        xml);
    assertEquals("100 %, <a> & \"b\": c\nd\\u001b", attribute(xml, "error", "message"));
  }

  @Test
  void junit() throws Exception {
    String xml = report(new JunitReport(), Severity.NOTE, "x: [");
    Element suite = (Element) parsed(xml).getElementsByTagName("testsuite").item(0);
    assertEquals("3", suite.getAttribute("tests"));
    assertEquals("2", suite.getAttribute("failures"));
    assertEquals("1", suite.getAttribute("errors"));
    assertEquals(3, parsed(xml).getElementsByTagName("testcase").getLength());
    assertEquals("TST001 queue-exists: A (line 2)", attribute(xml, "testcase", "name"));
    assertEquals("error", attribute(xml, "failure", "type"));
    assertTrue(xml.contains(">dir/a,b.yaml:2:3</failure>"), xml);
  }

  @Test
  void withoutFindingsOneTestIsWell() throws Exception {
    Analysis nothing =
        new Run(List.of(), Tables.shipped(LocalDate.EPOCH), Map.of()).analyze(List.of(folder));
    StringBuilder out = new StringBuilder();
    new JunitReport().write(new View(nothing, Severity.NOTE, true, false), out);
    assertEquals("no findings", attribute(out.toString(), "testcase", "name"));
    assertEquals("1", attribute(out.toString(), "testsuite", "tests"));
    assertEquals("0", attribute(out.toString(), "testsuite", "failures"));
  }

  private static String attribute(String xml, String element, String name) throws Exception {
    return ((Element) parsed(xml).getElementsByTagName(element).item(0)).getAttribute(name);
  }

  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }
}
