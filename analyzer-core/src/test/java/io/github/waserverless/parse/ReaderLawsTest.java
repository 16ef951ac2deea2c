package io.github.waserverless.parse;

import static io.github.waserverless.parse.Trees.meaning;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.waserverless.laws.Law;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.tree.Mapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

/** What is written is what is read, in YAML and in JSON: so both mean the same. */
class ReaderLawsTest {

  @Provide
  Arbitrary<Mapping> roots() {
    return Trees.roots();
  }

  @Law
  void yamlIsReadAsItIsMeant(@ForAll("roots") Mapping root, @ForAll Random style) {
    String text = YamlText.of(root, style);
    Parsed parsed = YamlReader.read(new SourceFile(Path.of("t.yaml"), "t.yaml", text));
    assertEquals(List.of(), parsed.notices(), text);
    assertEquals(meaning(root), meaning(parsed.root().orElseThrow()), text);
  }

  @Law
  void jsonIsReadAsItIsMeant(@ForAll("roots") Mapping root, @ForAll Random style) {
    String text = JsonText.of(root, style);
    Parsed parsed = JsonReader.read(new SourceFile(Path.of("t.json"), "t.json", text));
    assertEquals(List.of(), parsed.notices(), text);
    assertEquals(meaning(root), meaning(parsed.root().orElseThrow()), text);
  }

  @Law
  void linesMayEndInEitherWay(@ForAll("roots") Mapping root, @ForAll Random style) {
    String text = YamlText.of(root, style);
    Parsed other =
        YamlReader.read(new SourceFile(Path.of("t.yaml"), "t.yaml", text.replace("\n", "\r\n")));
    assertEquals(meaning(root), meaning(other.root().orElseThrow()), text);
  }
}
