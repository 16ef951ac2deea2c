package io.github.waserverless.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.waserverless.source.Notice;
import io.github.waserverless.source.SourceFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of files that are no templates. */
class TemplateLoaderTest {

  private static String told(String text, boolean named) {
    TemplateLoader.Loaded loaded =
        new TemplateLoader(Map.of(), Tables.shipped(LocalDate.EPOCH), RootedFiles.ANYWHERE)
            .load(new SourceFile(Path.of("t.yaml"), "t.yaml", text), named, Optional.empty());
    assertEquals(Optional.empty(), loaded.template());
    return loaded.notices().stream().map(Notice::message).collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource({
    "'', false",
    "'# nothing', false",
    "'[Resources]', false",
    "'Resources: [AWS::SQS::Queue]', false",
    "'Description: of another tool', false",
    "'AWSTemplateFormatVersion: 2010-09-09', true",
    "'{AWSTemplateFormatVersion: 2010-09-09, Resources: none}', true"
  })
  void aFileThatWasOnlyFoundMustSayThatItIsATemplate(String text, boolean says) {
    String why = "not a CloudFormation template: it has no Resources";
    assertEquals(why, told(text, true));
    assertEquals(says ? why : "", told(text, false));
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void whatCannotBeReadIsToldOnce(boolean named) {
    assertEquals(told("Resources: {", true), told("Resources: {", named));
    assertEquals(false, told("Resources: {", named).contains("not a CloudFormation template"));
  }
}
