package io.github.waserverless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small run starts fast only if it loads nothing that it does not need. */
class LoadedClassesTest {

  private static final String JAVA_PARSER = "com.github.javaparser.";
  private static final String JACKSON = "com.fasterxml.jackson.";
  private static final String PAGES = "io.github.waserverless.rule.RulePage";

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    // Without a checkout around it, nobody looks for its sources elsewhere.
    Files.createDirectory(folder.resolve(".git"));
    Files.writeString(
        folder.resolve("template.yaml"),
        """
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Orders:
            Type: AWS::SQS::Queue
          Worker:
            Type: AWS::Serverless::Function
            Properties:
              Runtime: python3.13
              Handler: app.handler
              CodeUri: src
              Events:
                Orders: {Type: SQS, Properties: {Queue: !GetAtt Orders.Arn}}
        """);
    Files.writeString(
        folder.resolve("queue.json"), "{\"Resources\": {\"A\": {\"Type\": \"AWS::SQS::Queue\"}}}");
    Files.writeString(
        folder.resolve("Worker.java"),
        """
        class Worker implements
            com.amazonaws.services.lambda.runtime.RequestHandler<String, String> {
          public String handleRequest(String e, com.amazonaws.services.lambda.runtime.Context c) {
            return e;
          }
        }
        """);
  }

  /** The classes that a process of its own loads. */
  private List<String> loaded(String... arguments) throws IOException, InterruptedException {
    Path log = folder.resolve("classes.txt");
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Stream<String> java =
        Stream.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xlog:disable",
            "-Xlog:class+load:file=" + log.getFileName() + ":none",
            "-cp",
            classPath,
            Main.class.getName());
    Process process =
        new ProcessBuilder(Stream.concat(java, Stream.of(arguments)).toList())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out.txt").toFile())
            .start();
    process.waitFor();
    String said = Files.readString(folder.resolve("out.txt"));
    assertTrue(process.exitValue() <= ExitCode.FINDINGS, said);
    return Files.readAllLines(log).stream().map(line -> line.split(" ", 2)[0]).toList();
  }

  private static List<String> of(List<String> classes, String... prefixes) {
    return classes.stream().filter(name -> Stream.of(prefixes).anyMatch(name::startsWith)).toList();
  }

  @Test
  void templatesNeedNeitherParsersOfOtherThingsNorPages() throws Exception {
    List<String> classes = loaded("check", "template.yaml");
    assertTrue(classes.contains(Main.class.getName()), "the log tells classes");
    assertTrue(!of(classes, "org.yaml.snakeyaml.").isEmpty(), "of libraries too");
    // The tables of facts are JSON, read token by token.
    assertEquals(List.of(), of(classes, JAVA_PARSER, JACKSON + "databind", PAGES));
    assertEquals(List.of(), of(classes, "io.github.waserverless.sarif.", "picocli.AutoComplete"));
  }

  @Test
  void whatIsNeededIsLoaded() throws Exception {
    List<String> json = loaded("check", "queue.json");
    assertTrue(!of(json, JACKSON).isEmpty(), "JSON is read with Jackson");
    assertEquals(List.of(), of(json, JACKSON + "databind", JAVA_PARSER, PAGES, "org.yaml."));
    assertTrue(!of(loaded("check", "Worker.java"), JAVA_PARSER).isEmpty(), "Java has a parser");
    assertTrue(!of(loaded("explain", "WAS701"), PAGES).isEmpty(), "the page is printed");
  }
}
