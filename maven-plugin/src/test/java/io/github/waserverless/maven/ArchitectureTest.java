package io.github.waserverless.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What the plugin may know, and who may know Maven. */
class ArchitectureTest {

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.github.waserverless");

  @Test
  void only_the_plugin_knows_maven() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.github.waserverless.maven")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.maven..", "org.eclipse.aether..")
        .check(HOUSE);
  }

  @Test
  void the_plugin_knows_neither_parsers_nor_the_command() {
    noClasses()
        .that()
        .resideInAPackage("io.github.waserverless.maven")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.yaml..",
            "com.fasterxml..",
            "com.github.javaparser..",
            "picocli..",
            "io.github.waserverless.cli..",
            "io.github.waserverless.parse..")
        .check(HOUSE);
  }

  @Test
  void all_that_is_said_goes_through_the_log_of_maven() {
    noClasses()
        .that()
        .resideInAPackage("io.github.waserverless.maven")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(HOUSE);
  }

  @Test
  void goals_are_final() {
    classes()
        .that()
        .areAnnotatedWith(org.apache.maven.plugins.annotations.Mojo.class)
        .should()
        .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
        .check(HOUSE);
  }
}
