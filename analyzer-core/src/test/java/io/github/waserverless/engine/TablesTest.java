package io.github.waserverless.engine;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.waserverless.app.RuleData;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TablesTest {

  private static final RuleData DATA = Tables.shipped(LocalDate.of(2026, 11, 1));

  @Test
  void everyPolicyTemplateThatIsNamedHasStatements() {
    Sequence names =
        assertInstanceOf(
            Sequence.class, DATA.table("sam-policy-templates").get("templates").orElseThrow());
    assertTrue(names.items().size() > 80);
    names
        .items()
        .forEach(
            name -> {
              String table = "sam-policy-templates/" + ((Scalar) name).raw();
              Sequence statements =
                  assertInstanceOf(
                      Sequence.class, DATA.table(table).get("statements").orElseThrow(), table);
              assertTrue(!statements.items().isEmpty(), table);
            });
  }
}
