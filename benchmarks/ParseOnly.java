import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The floor under every analysis of Java: reads and parses the files of a list, and ends. */
public final class ParseOnly {

  private ParseOnly() {}

  /** Parses the files that are listed, one on each line, in the file that is named. */
  public static void main(String[] args) throws IOException {
    List<String> files = Files.readAllLines(Path.of(args[0]));
    long parsed = files.parallelStream().filter(ParseOnly::parse).count();
    System.out.println(parsed + " files parsed");
  }

  private static boolean parse(String file) {
    ParserConfiguration configuration =
        new ParserConfiguration()
            .setLanguageLevel(LanguageLevel.BLEEDING_EDGE)
            .setAttributeComments(false)
            .setTabSize(1);
    try {
      String text = new String(Files.readAllBytes(Path.of(file)), StandardCharsets.UTF_8);
      return new JavaParser(configuration).parse(text).getResult().isPresent();
    } catch (IOException e) {
      return false;
    }
  }
}
