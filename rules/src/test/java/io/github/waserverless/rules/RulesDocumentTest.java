package io.github.waserverless.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** {@code docs/rules.md} shows the rules that there are; {@code -Dupdate} writes it anew. */
class RulesDocumentTest {

  private static final Path FILE = Path.of("../docs/rules.md");
  private static final String HOW_TO_UPDATE =
      "docs/rules.md is not up to date; this writes it anew: mvn -q -pl rules -am test"
          + " -Dquick -Dtest=RulesDocumentTest -Dupdate -Dsurefire.failIfNoSpecifiedTests=false";

  @Test
  void showsTheRules() throws IOException {
    String text = new RulesDocument(new BuiltInRules().rules(), Peers.shipped()).text();
    if (System.getProperty("update") != null) {
      Files.writeString(FILE, text);
    }
    assertEquals(text, Files.readString(FILE), HOW_TO_UPDATE);
  }

  @Test
  void peersAreOfKnownToolsAndInOrder() {
    Peers peers = Peers.shipped();
    List<String> ids = peers.ids();
    assertEquals(List.copyOf(new TreeSet<>(ids)), ids);
    for (String id : ids) {
      assertTrue(Peers.TOOLS.keySet().containsAll(peers.tools(id)), id);
      for (String tool : peers.tools(id)) {
        assertEquals(
            peers.of(id, tool).size(), new TreeSet<>(peers.of(id, tool)).size(), id + " " + tool);
      }
    }
  }
}
