package io.github.waserverless.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The page about the plugin against the descriptor that Maven reads. */
class ParametersDocumentTest {

  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\|([^|]*)\\|.*\\|$");
  private static final Pattern GOAL = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|[^|]*\\|$");

  private static String page() throws Exception {
    return Files.readString(Path.of("../docs/maven.md"));
  }

  private static NodeList mojos() throws Exception {
    try (InputStream descriptor =
        ParametersDocumentTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
      assertNotNull(descriptor);
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(descriptor)
          .getElementsByTagName("mojo");
    }
  }

  private static String text(Element parent, String child) {
    return parent.getElementsByTagName(child).item(0).getTextContent();
  }

  private static Map<String, String> defaults(String goal) throws Exception {
    Map<String, String> defaults = new TreeMap<>();
    NodeList mojos = mojos();
    for (int i = 0; i < mojos.getLength(); i++) {
      Element mojo = (Element) mojos.item(i);
      if (text(mojo, "goal").equals(goal)) {
        NodeList parameters = mojo.getElementsByTagName("parameter");
        for (int p = 0; p < parameters.getLength(); p++) {
          Element parameter = (Element) parameters.item(p);
          if (text(parameter, "editable").equals("true")) {
            String name = text(parameter, "name");
            Element configuration = (Element) mojo.getElementsByTagName("configuration").item(0);
            Element value = (Element) configuration.getElementsByTagName(name).item(0);
            assertEquals("${wa-serverless." + name + "}", value.getTextContent());
            defaults.put(name, value.getAttribute("default-value"));
          }
        }
      }
    }
    return defaults;
  }

  @Test
  void the_page_lists_every_parameter_with_its_default() throws Exception {
    Map<String, String> listed = new TreeMap<>();
    ROW.matcher(page()).results().forEach(row -> listed.put(row.group(1), row.group(2).trim()));
    Map<String, String> declared = defaults("check");
    assertEquals(declared.keySet(), listed.keySet());
    declared.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            assertEquals("`" + value + "`", listed.get(name));
          }
        });
  }

  @Test
  void both_checks_have_the_same_parameters() throws Exception {
    assertEquals(defaults("check"), defaults("aggregate-check"));
  }

  @Test
  void the_page_lists_every_goal() throws Exception {
    TreeSet<String> declared = new TreeSet<>();
    NodeList mojos = mojos();
    for (int i = 0; i < mojos.getLength(); i++) {
      declared.add(text((Element) mojos.item(i), "goal"));
    }
    TreeSet<String> listed = new TreeSet<>();
    for (MatchResult row : GOAL.matcher(page()).results().toList()) {
      listed.add(row.group(1));
    }
    assertEquals(declared, listed);
  }
}
