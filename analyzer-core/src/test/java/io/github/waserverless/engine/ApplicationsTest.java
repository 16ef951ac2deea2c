package io.github.waserverless.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which templates are one application. */
class ApplicationsTest {

  private static final String QUEUE = "Resources: {Q: {Type: AWS::SQS::Queue}}\n";
  private static final String EXPORTER =
      QUEUE + "Outputs: {O: {Value: !GetAtt Q.Arn, Export: {Name: the-queue}}}\n";
  private static final String IMPORTER =
      """
      Resources:
        M:
          Type: AWS::Lambda::EventSourceMapping
          Properties: {EventSourceArn: %s}
      """;

  @TempDir Path temporary;

  private Path folder;

  @BeforeEach
  void folder() throws Exception {
    folder = Files.createDirectories(temporary.resolve("a/b"));
  }

  private void write(String file, String text) throws Exception {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private int applications() {
    return new Run(List.of(), Tables.shipped(LocalDate.EPOCH), Map.of())
        .analyze(List.of(folder))
        .statistics()
        .applications();
  }

  @Test
  void importsCountHoweverDeepTheyStand() throws Exception {
    for (String value :
        List.of(
            "!ImportValue the-queue",
            "!ImportValue {'Fn::Sub': the-queue}",
            "[!ImportValue the-queue]",
            "!Select [0, !Split [',', !ImportValue the-queue]]",
            "!Join ['', [a, {b: !ImportValue the-queue}]]")) {
      write("exporter.yaml", EXPORTER);
      write("importer.yaml", IMPORTER.formatted(value));
      assertEquals(1, applications(), value);
    }
    write("importer.yaml", IMPORTER.formatted("!ImportValue another-queue"));
    assertEquals(2, applications());
  }

  @Test
  void anImportOfWhatTwoExportMeetsNeither() throws Exception {
    write("one.yaml", EXPORTER);
    write("two.yaml", EXPORTER);
    write("importer.yaml", IMPORTER.formatted("!ImportValue the-queue"));
    assertEquals(3, applications());
  }

  @Test
  void aBuildHasTemplatesTwoFoldersBelow() throws Exception {
    write("pom.xml", "<project/>");
    write("one.yaml", QUEUE);
    write("x/y/two.yaml", QUEUE);
    assertEquals(1, applications());
    write("x/y/z/three.yaml", QUEUE);
    assertEquals(2, applications());
  }

  @Test
  void theNearestBuildIsTheBuild() throws Exception {
    write("pom.xml", "<project/>");
    write("one.yaml", QUEUE);
    write("x/pom.xml", "<project/>");
    write("x/two.yaml", QUEUE);
    assertEquals(2, applications());
  }

  @Test
  void theConfigurationOfSamIsForItsFolderOnly() throws Exception {
    write("samconfig.toml", "");
    write("one.yaml", QUEUE);
    write("two.yaml", QUEUE);
    assertEquals(1, applications());
    write("x/three.yaml", QUEUE);
    write("y/four.yaml", QUEUE);
    assertEquals(3, applications());
  }

  @Test
  void otherStacksThanNestedOnesAreNone() throws Exception {
    write("child.yaml", QUEUE);
    String parent = "Resources: {S: {Type: %s, Properties: {TemplateURL: ./%s}}}\n";
    write("parent.yaml", parent.formatted("AWS::CloudFormation::Stack", "child.yaml"));
    assertEquals(1, applications());
    write("parent.yaml", parent.formatted("AWS::CloudFormation::Stack", "gone.yaml"));
    assertEquals(2, applications());
    write("parent.yaml", parent.formatted("AWS::CloudFormation::Macro", "child.yaml"));
    assertEquals(2, applications());
  }
}
