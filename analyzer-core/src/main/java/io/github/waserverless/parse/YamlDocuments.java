package io.github.waserverless.parse;

import java.io.StringReader;
import java.util.Iterator;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;
import org.yaml.snakeyaml.scanner.ScannerException;

/**
 * The documents of a text, each composed when it is asked for: what {@code Yaml} would give,
 * without the means to construct objects, which cost start-up time.
 */
final class YamlDocuments implements Iterator<Node> {

  private final StreamReader reader;
  private final Composer composer;

  YamlDocuments(String text, LoaderOptions options) {
    this.reader = new StreamReader(new StringReader(text));
    this.composer = new Composer(new ParserImpl(reader, options), new Resolver(), options);
  }

  @Override
  public boolean hasNext() {
    try {
      return composer.checkNode();
    } catch (YAMLException e) {
      throw e;
    } catch (RuntimeException e) {
      throw unreadable();
    }
  }

  @Override
  public Node next() {
    try {
      return composer.getNode();
    } catch (YAMLException e) {
      throw e;
    } catch (RuntimeException e) {
      throw unreadable();
    }
  }

  /** What the library trips over where it should complain: an escape cut short, an odd tag. */
  private ScannerException unreadable() {
    return new ScannerException(null, null, "found what cannot be read", reader.getMark());
  }
}
