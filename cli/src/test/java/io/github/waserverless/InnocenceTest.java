package io.github.waserverless;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.github.waserverless.ArchitectureTest.HOUSE;

import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What no class can do, it cannot be made to do by any input. */
class InnocenceTest {

  private static final String ROOT = "io.github.waserverless.";

  /** The one class that starts another program. */
  private static final String STARTS_GIT = ROOT + "delta.ChangedFiles";

  /** The one class that looks for rules, those on its own class path. */
  private static final String FINDS_RULES = ROOT + "configuration.RuleCatalog";

  /** What names places in the network and does not go there. */
  private static final Set<String> NAMES =
      Set.of("java.net.URI", "java.net.URISyntaxException", "java.net.URLDecoder");

  @Test
  void nothingOpensAConnection() {
    noClasses()
        .should()
        .dependOnClassesThat(
            describe(
                "are of the network",
                type ->
                    !NAMES.contains(type.getName())
                        && (type.getPackageName().startsWith("java.net")
                            || type.getPackageName().startsWith("javax.net")
                            || type.getPackageName().startsWith("java.rmi")
                            || type.getPackageName().startsWith("javax.naming")
                            || type.getName().matches("java\\.nio\\.channels\\..*Socket.*"))))
        .orShould()
        .callMethod(java.net.URI.class, "toURL")
        .check(HOUSE);
  }

  @Test
  void nothingButGitIsStarted() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(STARTS_GIT)
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ProcessBuilder.class)
        .orShould()
        .accessTargetWhere(describe("starts a program", of(Runtime.class, "exec")))
        .check(HOUSE);
  }

  @Test
  void nothingOfTheInputIsLoadedOrInstantiated() {
    noClasses()
        .should()
        .accessTargetWhere(
            describe("loads a class", of(ClassLoader.class, "defineClass", "loadClass", "<init>")))
        .orShould()
        .accessTargetWhere(describe("loads a class", of(Class.class, "forName", "newInstance")))
        .orShould()
        .accessTargetWhere(describe("loads code", of(System.class, "load", "loadLibrary")))
        .orShould()
        .accessTargetWhere(describe("loads code", of(Runtime.class, "load", "loadLibrary")))
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("javax.script..", "javax.tools..")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(java.io.ObjectInputStream.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(java.lang.reflect.Executable.class)
        .check(HOUSE);
  }

  @Test
  void onlyTheCatalogueLooksForServices() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(FINDS_RULES)
        .should()
        .dependOnClassesThat()
        .areAssignableTo(java.util.ServiceLoader.class)
        .check(HOUSE);
  }

  /** YAML can name classes: only what makes nodes of it is used. */
  @Test
  void yamlMakesNoObjects() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.yaml.snakeyaml.constructor.Constructor")
        .orShould()
        .accessTargetWhere(
            describe(
                "makes objects of YAML",
                access ->
                    access.getTargetOwner().getName().equals("org.yaml.snakeyaml.Yaml")
                        && access.getName().startsWith("load")))
        .check(HOUSE);
  }

  private static java.util.function.Predicate<JavaAccess<?>> of(Class<?> owner, String... names) {
    List<String> all = Arrays.asList(names);
    return access ->
        access.getTargetOwner().isAssignableTo(owner) && all.contains(access.getName());
  }
}
