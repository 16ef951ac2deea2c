package io.github.waserverless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.waserverless.engine.Run;
import io.github.waserverless.engine.Tables;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Subject;
import io.github.waserverless.rules.BuiltInRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What all rules together say of CDK applications. */
class CdkTest {

  private static final Path ROOT = Path.of("../test-fixtures/cdk");
  private static final List<String> VERSIONS_OF_ORDERS = List.of("2.60.0", "2.263.0");
  private static final boolean UPDATE = System.getProperty("update") != null;

  private static List<Finding> findings(String path) {
    return new Run(new BuiltInRules().rules(), Tables.shipped(LocalDate.of(2026, 11, 1)), Map.of())
        .analyze(List.of(ROOT.resolve(path)))
        .findings();
  }

  private static Set<String> places(String path) {
    return findings(path).stream()
        .map(f -> f.location().file().substring(f.location().file().lastIndexOf("cdk/") + 4))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void an_application_in_java_is_told_of_in_its_own_sources() throws IOException {
    Path expected = ROOT.resolve("orders/expected.txt");
    String out = Call.of("check", ROOT.resolve("orders/infra/2.263.0").toString()).out();
    // The report names files as they are given; those who read it start in the root.
    String shown = out.replace("../", "");
    if (UPDATE) {
      Files.writeString(expected, shown);
    }
    assertEquals(Files.readString(expected), shown);
  }

  @Test
  void versions_of_the_library_make_no_difference_for_that() {
    for (String version : VERSIONS_OF_ORDERS) {
      assertEquals(
          Set.of(
              "orders/handlers/src/main/java/com/example/orders/ClickHandler.java",
              "orders/handlers/src/main/java/com/example/orders/OrderHandler.java",
              "orders/infra/src/main/java/com/example/infra/Clicks.java",
              "orders/infra/src/main/java/com/example/infra/OrdersStack.java"),
          places("orders/infra/" + version));
    }
  }

  @Test
  void traces_lead_to_the_lines_of_other_languages() {
    assertEquals(Set.of("shop/app.js"), places("shop/2.276.0"));
  }

  @Test
  void without_traces_findings_stay_in_the_templates() {
    assertEquals(
        Set.of(
            "shop/2.0.0/Tools.template.json",
            "shop/2.0.0/assembly-Beta/BetaDataEED1ED73.template.json",
            "shop/2.0.0/assembly-Beta/BetaDataUploads0734FC7D.nested.template.json",
            "shop/2.0.0/assembly-Beta/BetaService5B196859.template.json",
            "shop/2.0.0/assembly-Prod/ProdData90A795AA.template.json",
            "shop/2.0.0/assembly-Prod/ProdDataUploadsA75D915D.nested.template.json",
            "shop/2.0.0/assembly-Prod/ProdServiceC810982D.template.json"),
        places("shop/2.0.0"));
  }

  @Test
  void what_the_cdk_itself_adds_is_nobodys_problem() {
    for (String version : List.of("2.0.0", "2.276.0")) {
      Set<String> told =
          findings("shop/" + version).stream()
              .flatMap(f -> f.subjects().stream())
              .map(Subject::name)
              .collect(Collectors.toCollection(TreeSet::new));
      assertTrue(told.contains("Beta/Data/Uploads/Resize/Resource"), told::toString);
      assertTrue(
          told.stream().noneMatch(n -> n.contains("Custom") || n.contains("Notifications")),
          told::toString);
    }
  }

  @Test
  void sarif_is_valid_and_names_construct_paths() throws IOException {
    for (String app : List.of("shop/2.0.0", "shop/2.276.0", "orders/infra/2.263.0")) {
      Call call =
          Call.of("check", "--format", "sarif", "--profile", "strict", ROOT.resolve(app) + "");
      assertEquals(List.of(), SarifSchema.violations(call.out()));
      assertTrue(call.out().contains("\"fullyQualifiedName\""), app);
      assertTrue(call.out().contains("/Consumer/Resource"), app);
    }
  }
}
