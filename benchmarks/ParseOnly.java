import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;

/** The floor under every analysis: reads and parses the files of a list, and ends. */
public final class ParseOnly {

  private ParseOnly() {}

  /** Parses the files that are listed, one on each line, in the file that is named. */
  public static void main(String[] args) throws IOException {
    List<String> files = Files.readAllLines(Path.of(args[0]));
    long parsed = files.parallelStream().filter(ParseOnly::parse).count();
    System.out.println(parsed + " files parsed");
  }

  private static boolean parse(String file) {
    try {
      String text = new String(Files.readAllBytes(Path.of(file)), StandardCharsets.UTF_8);
      if (file.endsWith(".java")) {
        return parseJava(text);
      }
      return file.endsWith(".json") ? parseJson(text) : parseYaml(text);
    } catch (IOException | YAMLException e) {
      return false;
    }
  }

  private static boolean parseJson(String text) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      while (parser.nextToken() != null) {
        parser.getText();
      }
      return true;
    }
  }

  private static boolean parseYaml(String text) {
    for (Object document : new Yaml().composeAll(new StringReader(text))) {
      if (document == null) {
        return false;
      }
    }
    return true;
  }

  private static boolean parseJava(String text) {
    ParserConfiguration configuration =
        new ParserConfiguration()
            .setLanguageLevel(LanguageLevel.BLEEDING_EDGE)
            .setAttributeComments(false)
            .setTabSize(1);
    return new JavaParser(configuration).parse(text).getResult().isPresent();
  }
}
