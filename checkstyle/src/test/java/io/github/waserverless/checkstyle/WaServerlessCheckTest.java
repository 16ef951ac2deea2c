package io.github.waserverless.checkstyle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.puppycrawl.tools.checkstyle.Checker;
import com.puppycrawl.tools.checkstyle.ConfigurationLoader;
import com.puppycrawl.tools.checkstyle.PropertiesExpander;
import com.puppycrawl.tools.checkstyle.api.AuditEvent;
import com.puppycrawl.tools.checkstyle.api.AuditListener;
import com.puppycrawl.tools.checkstyle.api.CheckstyleException;
import com.puppycrawl.tools.checkstyle.api.Configuration;
import com.puppycrawl.tools.checkstyle.meta.ModuleDetails;
import com.puppycrawl.tools.checkstyle.meta.XmlMetaReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs Checkstyle with a configuration file, as users do. */
class WaServerlessCheckTest {

  private static final String HANDLER =
      """
      package app;

      import com.amazonaws.services.lambda.runtime.Context;
      import com.amazonaws.services.lambda.runtime.RequestHandler;
      import software.amazon.awssdk.services.s3.S3Client;

      public class Worker implements RequestHandler<String, String> {
        @Override
        public String handleRequest(String event, Context context) {
      \tS3Client s3 = S3Client.create();
          return s3.listBuckets().toString();
        }
      }
      """;

  @TempDir private Path folder;

  private File write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toFile();
  }

  /** What Checkstyle tells in a run over some files, with these modules in its checker. */
  private List<String> run(String modules, File... files) throws IOException, CheckstyleException {
    String xml =
        """
        <?xml version="1.0"?>
        <!DOCTYPE module PUBLIC
          "-//Checkstyle//DTD Checkstyle Configuration 1.3//EN"
          "https://checkstyle.org/dtds/configuration_1_3.dtd">
        <module name="Checker">%s</module>
        """
            .formatted(modules);
    Configuration configuration =
        ConfigurationLoader.loadConfiguration(
            write("checkstyle.xml", xml).toString(), new PropertiesExpander(new Properties()));
    Checker checker = new Checker();
    Told told = new Told();
    try {
      checker.setModuleClassLoader(WaServerlessCheck.class.getClassLoader());
      checker.configure(configuration);
      checker.addListener(told);
      checker.process(Arrays.asList(files));
    } finally {
      checker.destroy();
    }
    return told.lines;
  }

  private static final class Told implements AuditListener {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void addError(AuditEvent event) {
      String file = Path.of(event.getFileName()).getFileName().toString();
      lines.add(
          "%s:%d:%d %s %s %s"
              .formatted(
                  file,
                  event.getLine(),
                  event.getColumn(),
                  event.getSeverityLevel().getName(),
                  event.getModuleId(),
                  event.getMessage()));
    }

    @Override
    public void addException(AuditEvent event, Throwable cause) {
      throw new IllegalStateException(cause);
    }

    @Override
    public void auditStarted(AuditEvent event) {}

    @Override
    public void auditFinished(AuditEvent event) {}

    @Override
    public void fileStarted(AuditEvent event) {}

    @Override
    public void fileFinished(AuditEvent event) {}
  }

  private static List<String> of(List<String> lines, String rule) {
    return lines.stream().filter(line -> line.matches("\\S+ \\w+ " + rule + " .*")).toList();
  }

  @Test
  void oneLineOfConfigurationReportsHandlers() throws Exception {
    File other = write("Other.java", "package app;\n\nclass Other {}\n");
    List<String> told = run("<module name='WaServerless'/>", write("Worker.java", HANDLER), other);
    List<String> clients = of(told, "WAS103");
    assertEquals(1, clients.size(), told.toString());
    // The tab counts eight columns, as everywhere in Checkstyle.
    assertTrue(clients.get(0).startsWith("Worker.java:10:23 warning WAS103 "), told.toString());
    assertTrue(told.stream().allMatch(line -> line.startsWith("Worker.java:")), told.toString());
  }

  @Test
  void filtersOfCheckstyleKnowRules() throws Exception {
    File worker = write("Worker.java", HANDLER);
    String filter =
        "<module name='SuppressionSingleFilter'><property name='id' value='WAS103'/>"
            + "<property name='files' value='.'/></module>";
    assertEquals(List.of(), of(run("<module name='WaServerless'/>" + filter, worker), "WAS103"));
    File own =
        write("Worker.java", HANDLER.replace("  @Override", "  @SuppressWarnings(\"WAS103\")"));
    assertEquals(List.of(), of(run("<module name='WaServerless'/>", own), "WAS103"));
  }

  @Test
  void templatesAreJoinedIfCheckstyleIsGivenThem() throws Exception {
    File template = write("template.yaml", "Resources:\n  Orders: {Type: AWS::SQS::Queue}\n");
    List<String> told = run("<module name='WaServerless'/>", template);
    assertEquals(1, of(told, "WAS701").size(), told.toString());
    String java =
        "<module name='WaServerless'><property name='fileExtensions' value='java'/></module>";
    assertEquals(List.of(), run(java, template));
  }

  @Test
  void theConfigurationOfTheProjectCounts() throws Exception {
    File worker = write("Worker.java", HANDLER);
    write(".wa-serverless.yaml", "rules:\n  WAS103: error\n");
    assertTrue(of(run("<module name='WaServerless'/>", worker), "WAS103").get(0).contains("error"));
    write("other.yaml", "rules:\n  WAS103: off\n");
    String path = folder.resolve("other.yaml").toString();
    String other =
        "<module name='WaServerless'><property name='configFile' value='" + path + "'/></module>";
    assertEquals(List.of(), of(run(other, worker), "WAS103"));
  }

  @Test
  void whatIsWrongIsSaid() throws Exception {
    File worker = write("Worker.java", HANDLER);
    write(".wa-serverless.yaml", "ruels: {}\n");
    List<String> told = run("<module name='WaServerless'/>", worker);
    assertTrue(
        told.get(0).startsWith("Worker.java:1:0 error null wa-serverless cannot"), "" + told);
    assertTrue(told.get(0).contains("rules"), told.toString());
    String profile = "<module name='WaServerless'><property name='profile' value='high'/></module>";
    assertThrows(CheckstyleException.class, () -> run(profile, worker));
  }

  @Test
  void metadataDescribesTheModule() {
    List<ModuleDetails> modules =
        XmlMetaReader.readAllModulesIncludingThirdPartyIfAny("io.github.waserverless.checkstyle");
    ModuleDetails module =
        modules.stream()
            .filter(each -> each.getFullQualifiedName().equals(WaServerlessCheck.class.getName()))
            .findFirst()
            .orElseThrow();
    assertEquals("WaServerless", module.getName());
    assertEquals(
        List.of("configFile", "profile", "fileExtensions"),
        module.getProperties().stream().map(property -> property.getName()).toList());
    List<String> keys =
        List.of(WaServerlessCheck.FAULT, WaServerlessCheck.FINDING, WaServerlessCheck.UNUSABLE);
    assertTrue(
        Stream.of(module.getViolationMessageKeys()).allMatch(each -> each.containsAll(keys)));
  }
}
