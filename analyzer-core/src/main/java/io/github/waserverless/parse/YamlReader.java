package io.github.waserverless.parse;

import io.github.waserverless.source.Location;
import io.github.waserverless.source.Notice;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads YAML 1.1 as written: snakeyaml composes the nodes, nothing is constructed from them. */
public final class YamlReader {

  /** Inline definitions nest deeper than the library's 50. */
  private static final int DEEPEST = 200;

  private static final int LONGEST = 20_000_000;

  /** An anchor used again counts again: what a few lines of aliases can grow to. */
  private static final int MOST_VALUES = 2_000_000;

  private final SourceFile file;
  private final YamlColumns columns;
  private final List<Notice> notices = new ArrayList<>();
  private final IdentityHashMap<Node, Value> converted = new IdentityHashMap<>();
  private final IdentityHashMap<Node, Integer> sizes = new IdentityHashMap<>();
  private int values;

  private YamlReader(SourceFile file) {
    this.file = file;
    this.columns = new YamlColumns(file.text());
  }

  /** The tree of the first document in a file. */
  public static Parsed read(SourceFile file) {
    return new YamlReader(file).read();
  }

  private Parsed read() {
    try {
      Iterator<Node> documents = new YamlDocuments(file.text(), options());
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
    // What aliases amount to is counted here, and merges are made here: the library's never end
    // for a mapping that is merged into itself.
    options.setMaxAliasesForCollections(Integer.MAX_VALUE);
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
      if (isMerge(tuple)) {
        continue;
      }
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
    entries.addAll(0, merged(node, keys));
    return Intrinsics.longForm(new Mapping(entries, until(node, last)));
  }

  private static boolean isMerge(NodeTuple tuple) {
    return tuple.getKeyNode().getTag().equals(Tag.MERGE);
  }

  /** The entries that a mapping merges and does not have itself; of several, the first counts. */
  private List<Mapping.Entry> merged(MappingNode node, Set<String> keys) {
    List<Mapping.Entry> entries = new ArrayList<>();
    for (NodeTuple tuple : node.getValue()) {
      if (isMerge(tuple)) {
        for (Node source : sources(tuple.getValueNode())) {
          // Converted already, with what it merges itself: no mapping is gone through twice.
          if (value(source) instanceof Mapping mapping) {
            mapping.entries().stream().filter(e -> keys.add(e.name())).forEach(entries::add);
          }
        }
      }
    }
    return entries;
  }

  private static List<Node> sources(Node merged) {
    return merged instanceof SequenceNode list ? list.getValue() : List.of(merged);
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
