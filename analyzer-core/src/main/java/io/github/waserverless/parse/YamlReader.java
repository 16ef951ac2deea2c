package io.github.waserverless.parse;

import io.github.waserverless.source.Location;
import io.github.waserverless.source.Notice;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.source.Span;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads YAML 1.1 as written: snakeyaml composes the nodes, nothing is constructed from them. */
public final class YamlReader {

  /** Inline definitions nest deeper than the library's 50. */
  private static final int DEEPEST = 200;

  private static final int LONGEST = 20_000_000;

  /** An anchor used again counts again: what a few lines of aliases can grow to. */
  private static final int MOST_VALUES = 2_000_000;

  private final SourceFile file;
  private final Columns columns;
  private final List<Notice> notices = new ArrayList<>();
  private final IdentityHashMap<Node, Value> converted = new IdentityHashMap<>();
  private final IdentityHashMap<Node, Integer> sizes = new IdentityHashMap<>();
  private int values;

  private YamlReader(SourceFile file) {
    this.file = file;
    this.columns = new Columns(file.text());
  }

  /** The tree of the first document in a file. */
  public static Parsed read(SourceFile file) {
    return new YamlReader(file).read();
  }

  private Parsed read() {
    try {
      Iterator<Node> documents =
          new Yaml(options()).composeAll(new StringReader(file.text())).iterator();
      if (!documents.hasNext()) {
        return new Parsed(java.util.Optional.empty(), List.of());
      }
      Value root = value(documents.next());
      if (documents.hasNext()) {
        Location next = location(documents.next());
        notices.add(Notice.notLookedAt(next, "only the first YAML document was read"));
      }
      return Parsed.of(root, notices);
    } catch (Unreadable e) {
      return Parsed.unreadable(e.notice);
    } catch (MarkedYAMLException e) {
      return Parsed.unreadable(notice(e));
    } catch (YAMLException e) {
      return Parsed.unreadable(
          Notice.unreadable(Location.startOf(file.name()), "not YAML: " + firstLine(e)));
    } catch (StackOverflowError e) {
      return Parsed.unreadable(
          Notice.unreadable(Location.startOf(file.name()), "YAML nested too deeply"));
    }
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(DEEPEST);
    options.setCodePointLimit(LONGEST);
    options.setMergeOnCompose(true);
    return options;
  }

  private Notice notice(MarkedYAMLException e) {
    Mark mark = e.getProblemMark();
    String problem = e.getProblem() == null ? firstLine(e) : e.getProblem();
    return Notice.unreadable(
        mark == null
            ? Location.startOf(file.name())
            : new Location(file.name(), columns.span(mark, mark)),
        "not YAML: " + problem.replace('\n', ' '));
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown problem");
  }

  private Value value(Node node) {
    Value before = converted.get(node);
    if (before != null) {
      count(node, sizes.getOrDefault(node, 1));
      return before;
    }
    if (converted.containsKey(node)) {
      throw new Unreadable(Notice.unreadable(location(node), "an alias refers to itself"));
    }
    converted.put(node, null);
    int start = values;
    count(node, 1);
    String tag = node.getTag().getValue();
    Value plain = plain(node);
    Value value = tag.startsWith("!") && tag.length() > 1 ? Intrinsics.tagged(tag, plain) : plain;
    converted.put(node, value);
    sizes.put(node, values - start);
    return value;
  }

  private void count(Node node, int more) {
    values += more;
    if (values > MOST_VALUES) {
      throw new Unreadable(
          Notice.unreadable(location(node), "more than " + MOST_VALUES + " values"));
    }
  }

  private Value plain(Node node) {
    if (node.getNodeId() == NodeId.scalar) {
      return scalar((ScalarNode) node);
    }
    if (node instanceof SequenceNode sequence) {
      List<Value> items = new ArrayList<>(sequence.getValue().size());
      sequence.getValue().forEach(item -> items.add(value(item)));
      return new Sequence(items, until(node, items.isEmpty() ? null : items.get(items.size() - 1)));
    }
    return mapping((MappingNode) node);
  }

  private Value mapping(MappingNode node) {
    List<Mapping.Entry> entries = new ArrayList<>(node.getValue().size());
    Set<String> keys = new HashSet<>();
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
        notices.add(Notice.notLookedAt(location(tuple.getKeyNode()), "a key that is not a text"));
        continue;
      }
      Scalar key = scalar(name);
      if (!keys.add(key.raw())) {
        notices.add(
            Notice.notLookedAt(
                key.location(),
                "duplicate key " + key.raw() + ": only its last value was looked at"));
      }
      entries.add(new Mapping.Entry(key, value(tuple.getValueNode())));
    }
    Value last = entries.isEmpty() ? null : entries.get(entries.size() - 1).value();
    return Intrinsics.longForm(new Mapping(entries, until(node, last)));
  }

  private Scalar scalar(ScalarNode node) {
    return new Scalar(node.getValue(), !node.isPlain(), location(node));
  }

  /** A block ends where its last value does, not at the token that follows it. */
  private Location until(Node node, @org.jspecify.annotations.Nullable Value last) {
    Location whole = location(node);
    return last == null ? whole : whole.to(last.location());
  }

  private Location location(Node node) {
    return new Location(file.name(), columns.span(node.getStartMark(), node.getEndMark()));
  }

  /**
   * Lines as editors count them and columns in UTF-16 code units, from marks that count code points
   * and end a line at a few more characters than editors do.
   */
  private static final class Columns {

    private final String text;
    private final boolean plain;
    private final int points;
    private final List<Integer> starts = new ArrayList<>(List.of(0));
    private final List<Integer> marks = new ArrayList<>(List.of(0));

    Columns(String text) {
      this.text = text;
      this.plain = isPlain(text);
      this.points = plain ? text.length() : findLines();
    }

    private static boolean isPlain(String text) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c >= 0x80 && (Character.isSurrogate(c) || endsLine(c))) {
          return false;
        }
      }
      return true;
    }

    /** Whether YAML 1.1 ends a line here and nobody else does. */
    private static boolean endsLine(char c) {
      return c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    /** Finds where lines start, and gives how many code points there are. */
    private int findLines() {
      int points = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        points += Character.isLowSurrogate(c) ? 0 : 1;
        if (c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1))) {
          starts.add(i + 1);
          marks.add(points);
        }
      }
      return points;
    }

    Span span(Mark start, Mark end) {
      if (plain) {
        return new Span(
            start.getLine() + 1, start.getColumn() + 1, end.getLine() + 1, end.getColumn() + 1);
      }
      int first = line(start);
      int last = line(end);
      return new Span(first + 1, column(start, first), last + 1, column(end, last));
    }

    private int line(Mark mark) {
      int found = Collections.binarySearch(marks, mark.getIndex());
      return found >= 0 ? found : -found - 2;
    }

    private int column(Mark mark, int line) {
      int start = starts.get(line);
      int point = Math.min(mark.getIndex(), points);
      return text.offsetByCodePoints(start, point - marks.get(line)) - start + 1;
    }
  }

  /** Ends the reading of a file with its notice. */
  private static final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never serialised: it does not leave this class
    private final Notice notice;

    Unreadable(Notice notice) {
      super(notice.message(), null, false, false);
      this.notice = notice;
    }
  }
}
