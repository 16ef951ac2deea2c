package io.github.waserverless.rule;

import io.github.waserverless.source.Lines;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.source.Span;
import java.lang.ref.WeakReference;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * YAML as people write it, one key to a line: only there is it certain where another one goes.
 * Everything else gets no edit.
 */
public final class BlockYaml {

  private static final Pattern KEY =
      Pattern.compile("( *)([A-Za-z][A-Za-z0-9]*):(?: +([^#]*?))? *(?:#.*)?");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.]*");

  /** The findings of a file come one after the other: it is not read again for each. */
  private static volatile WeakReference<@Nullable BlockYaml> last = new WeakReference<>(null);

  private final SourceFile source;
  private final String lineEnd;
  private final Lines lines;

  private BlockYaml(SourceFile source) {
    this.source = source;
    this.lineEnd = source.text().contains("\r\n") ? "\r\n" : "\n";
    this.lines = Lines.of(source.text());
  }

  /** The source of a template. */
  public static BlockYaml of(SourceFile source) {
    BlockYaml known = last.get();
    if (known == null || !known.source.equals(source)) {
      known = new BlockYaml(source);
      last = new WeakReference<>(known);
    }
    return known;
  }

  /** Gives a property of the resource at a place a value, where it has none or a plain one. */
  public Optional<Fix.Edit> setProperty(Location resource, String key, String value) {
    int line = resource.span().startLine();
    Optional<Integer> properties = child(line, "Properties");
    if (properties.isEmpty()) {
      return child(line, "Type").flatMap(type -> addProperties(line, type, key, value));
    }
    Optional<Integer> present = child(properties.get(), key);
    return present.isPresent() ? replace(present.get(), value) : add(properties.get(), key, value);
  }

  /** Adds a key to the section at a place. */
  public Optional<Fix.Edit> addTo(Location section, String key, String value) {
    return add(section.span().startLine(), key, value);
  }

  /** The plain value of a key directly under the one at a place. */
  public Optional<String> value(Location parent, String key) {
    return child(parent.span().startLine(), key)
        .map(line -> KEY.matcher(lines.line(line)))
        .filter(Matcher::matches)
        .map(line -> String.valueOf(line.group(3)));
  }

  /** Gives the key at a place another value, if it has a plain one. */
  public Optional<Fix.Edit> replace(Location key, String value) {
    return replace(key.span().startLine(), value);
  }

  private Optional<Fix.Edit> replace(int line, String value) {
    Matcher key = KEY.matcher(lines.line(line));
    boolean plain = key.matches() && key.group(3) != null && PLAIN.matcher(key.group(3)).matches();
    return plain ? Optional.of(edit(line, key.start(3), key.end(3), value)) : Optional.empty();
  }

  /** A resource without properties gets them behind its type. */
  private Optional<Fix.Edit> addProperties(int resource, int type, String key, String value) {
    int depth = indentation(lines.line(type));
    int deeper = depth + depth - indentation(lines.line(resource));
    return type == lines.count()
        ? Optional.empty()
        : Optional.of(
            edit(
                type + 1,
                0,
                0,
                " ".repeat(depth)
                    + "Properties:"
                    + lineEnd
                    + " ".repeat(deeper)
                    + key
                    + ": "
                    + value
                    + lineEnd));
  }

  private Optional<Fix.Edit> add(int parent, String key, String value) {
    Optional<Integer> first = firstChild(parent);
    if (first.isEmpty() || child(parent, key).isPresent()) {
      return Optional.empty();
    }
    String indent = " ".repeat(indentation(lines.line(first.get())));
    return Optional.of(edit(parent + 1, 0, 0, indent + key + ": " + value + lineEnd));
  }

  /** The line of a key directly under another one. */
  private Optional<Integer> child(int parent, String key) {
    Optional<Integer> first = firstChild(parent);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    int depth = indentation(lines.line(first.get()));
    for (int i = first.get(); i <= lines.count(); i++) {
      String line = lines.line(i);
      if (isText(line) && indentation(line) < depth) {
        return Optional.empty();
      }
      Matcher matcher = KEY.matcher(line);
      if (matcher.matches() && matcher.end(1) == depth && matcher.group(2).equals(key)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** The first line under a key that has nothing behind it. */
  private Optional<Integer> firstChild(int parent) {
    Matcher key = KEY.matcher(lines.line(parent));
    if (!key.matches() || (key.group(3) != null && !key.group(3).isEmpty())) {
      return Optional.empty();
    }
    for (int i = parent + 1; i <= lines.count(); i++) {
      String line = lines.line(i);
      if (isText(line)) {
        boolean isKey = KEY.matcher(line).matches() && indentation(line) > key.end(1);
        return isKey ? Optional.of(i) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isText(String line) {
    return !line.isBlank() && !line.stripLeading().startsWith("#");
  }

  private static int indentation(String line) {
    int depth = 0;
    while (depth < line.length() && line.charAt(depth) == ' ') {
      depth++;
    }
    return depth;
  }

  private static Fix.Edit edit(int line, int from, int to, String text) {
    return new Fix.Edit(new Span(line, from + 1, line, to + 1), text);
  }
}
