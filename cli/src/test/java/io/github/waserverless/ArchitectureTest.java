package io.github.waserverless;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.tree.Value;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What may know what, in all modules that the command brings together. */
class ArchitectureTest {

  private static final String ROOT = "io.github.waserverless.";

  static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(place -> !place.contains("/test-classes/"))
          .withImportOption(place -> !place.contains("test-fixtures"))
          .importPackages("io.github.waserverless");

  /** A package with those within it, and the layers that it may know. */
  private record Layer(String name, List<String> knows) {}

  private static final List<Layer> LAYERS =
      List.of(
          layer("source"),
          layer("tree", "source"),
          layer("template", "source", "tree"),
          layer("code", "source"),
          layer("parse", "source", "tree", "template", "code"),
          layer("app", "source", "tree", "template", "code"),
          layer("rule", "source", "tree", "template", "code", "app"),
          layer("rules", "source", "tree", "template", "code", "app", "rule"),
          layer("suppression", "source", "tree", "template", "code", "rule"),
          layer("assembly", "source", "tree", "template", "code", "parse"),
          layer(
              "engine",
              "source",
              "tree",
              "template",
              "code",
              "parse",
              "assembly",
              "app",
              "rule",
              "suppression"),
          layer("report", "source", "tree", "template", "code", "app", "rule", "engine"),
          layer(
              "delta",
              "source",
              "tree",
              "template",
              "code",
              "parse",
              "app",
              "rule",
              "engine",
              "report"),
          layer(
              "configuration",
              "source",
              "tree",
              "template",
              "code",
              "parse",
              "app",
              "rule",
              "engine",
              "report",
              "delta"),
          layer("sarif", "source", "tree", "template", "code", "app", "rule", "engine", "report"),
          layer(
              "output",
              "source",
              "tree",
              "template",
              "code",
              "app",
              "rule",
              "engine",
              "report",
              "sarif"),
          layer(
              "cli",
              "source",
              "tree",
              "template",
              "code",
              "parse",
              "app",
              "rule",
              "rules",
              "engine",
              "configuration",
              "delta",
              "report",
              "sarif",
              "output"));

  private static Layer layer(String name, String... knows) {
    return new Layer(name, Stream.concat(Stream.of(name), Stream.of(knows)).toList());
  }

  @Test
  void each_layer_knows_only_the_layers_below() {
    LayeredArchitecture house =
        layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(ROOT + ".")
            // A new package takes its place in the list above.
            .ensureAllClassesAreContainedInArchitecture()
            .withOptionalLayers(true);
    for (Layer layer : LAYERS) {
      house = house.layer(layer.name()).definedBy(ROOT + layer.name() + "..");
    }
    for (Layer layer : LAYERS) {
      house =
          house.whereLayer(layer.name()).mayOnlyAccessLayers(layer.knows().toArray(String[]::new));
    }
    check(house);
  }

  @Test
  void packages_have_no_cycles() {
    check(slices().matching(ROOT + "(**)").should().beFreeOfCycles());
  }

  @Test
  void every_package_is_null_marked() {
    check(
        classes().should(be(describe("in a @NullMarked package", ArchitectureTest::isNullMarked))));
  }

  private static boolean isNullMarked(JavaClass type) {
    return type.getPackage().isAnnotatedWith(NullMarked.class);
  }

  @Test
  void only_parse_knows_the_parsers() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "parse..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.yaml..", "com.fasterxml..", "com.github.javaparser.."));
  }

  @Test
  void only_the_command_knows_the_terminal() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..")
            .orShould()
            .accessTargetWhere(
                describe(
                    "is System.out, System.err, an exit or a printed stack trace",
                    access ->
                        isMember(access, System.class, "out", "err", "exit")
                            || isMember(access, Runtime.class, "exit", "halt")
                            || access.getName().equals("printStackTrace"))));
  }

  @Test
  void values_are_records() {
    check(classes().that().implement(Value.class).should().beRecords());
  }

  @Test
  void names_say_what_a_type_is() {
    check(
        noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager"));
  }

  @Test
  void rules_are_public_final_and_carry_their_card() {
    check(
        classes()
            .that()
            .implement(Rule.class)
            .should()
            .bePublic()
            .andShould()
            .haveModifier(FINAL)
            .andShould()
            .beAnnotatedWith(RuleInfo.class));
  }

  @Test
  void rules_hold_no_state() {
    check(
        fields()
            .that()
            .areDeclaredInClassesThat()
            .implement(Rule.class)
            .should()
            .beStatic()
            .andShould()
            .beFinal());
  }

  @Test
  void families_of_rules_do_not_know_each_other() {
    check(slices().matching(ROOT + "rules.(*)..").should().notDependOnEachOther());
  }

  @Test
  void rules_do_no_io_and_start_no_threads() {
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + "rules..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.util.concurrent..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class)
            .orShould()
            .accessTargetWhere(
                describe(
                    "is a parallel stream",
                    access -> access.getName().matches("parallel(Stream)?"))));
  }

  @Test
  void rules_read_no_clock() {
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + "rules..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .accessTargetWhere(
                describe(
                    "is the time of day",
                    access ->
                        access.getName().equals("now")
                            || isMember(access, System.class, "currentTimeMillis", "nanoTime")
                            || isMember(access, Date.class, "<init>"))));
  }

  private static boolean isMember(JavaAccess<?> access, Class<?> owner, String... names) {
    return access.getTargetOwner().isEquivalentTo(owner)
        && List.of(names).contains(access.getName());
  }

  /** Layers may still be empty, so a rule about nothing holds. */
  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(HOUSE);
  }
}
