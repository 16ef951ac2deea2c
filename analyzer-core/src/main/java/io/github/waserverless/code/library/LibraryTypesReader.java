package io.github.waserverless.code.library;

import io.github.waserverless.code.TypeName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the types as they ship. A line at the margin declares a type: {@code java.util.List<E> :
 * Collection<E>}. An indented line is one of its methods: {@code map (T) Stream<R>}, with the
 * parameters of its lambda in parentheses. Simple names mean types of the same file.
 */
final class LibraryTypesReader {

  private static final String RESOURCE = "/io/github/waserverless/code/library-types.txt";
  private static final Pattern METHOD = Pattern.compile("(\\w+)\\s*(?:\\(([^)]*)\\))?\\s*(.*)");

  private final Map<String, String> qualified = new HashMap<>();
  private final Map<String, LibraryTypes.Declaration> types = new LinkedHashMap<>();

  private LibraryTypesReader() {}

  static LibraryTypes read() {
    try (InputStream in = LibraryTypesReader.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + RESOURCE);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new LibraryTypesReader().read(text.lines().filter(l -> !l.isBlank()).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LibraryTypes read(List<String> lines) {
    lines.stream().filter(LibraryTypesReader::declares).forEach(this::index);
    Map<String, LibraryMethod> methods = new HashMap<>();
    for (String line : lines) {
      if (declares(line)) {
        methods = new HashMap<>();
        declare(line, methods);
      } else if (line.startsWith(" ")) {
        method(line.strip(), methods);
      }
    }
    return new LibraryTypes(types);
  }

  private static boolean declares(String line) {
    return !line.startsWith(" ") && !line.startsWith("#");
  }

  private void index(String line) {
    String name = parse(line.split(" : ", 2)[0].strip()).name();
    qualified.putIfAbsent(TypeName.of(name).simpleName(), name);
    qualified.putIfAbsent(name.substring(startOfType(name)), name);
  }

  /** Packages begin with a small letter, classes do not. */
  private static int startOfType(String name) {
    int start = 0;
    while (Character.isLowerCase(name.charAt(start)) && name.indexOf('.', start) > 0) {
      start = name.indexOf('.', start) + 1;
    }
    return start;
  }

  private void declare(String line, Map<String, LibraryMethod> methods) {
    String[] parts = line.split(" : ", 2);
    TypeName type = parse(parts[0].strip());
    List<TypeName> supertypes = parts.length < 2 ? List.of() : all(parts[1]);
    types.put(
        type.name(),
        new LibraryTypes.Declaration(
            type.arguments().stream().map(TypeName::name).toList(), supertypes, methods));
  }

  private void method(String line, Map<String, LibraryMethod> methods) {
    Matcher parts = METHOD.matcher(line);
    if (!parts.matches()) {
      throw new IllegalStateException("not a method: " + line);
    }
    String parameters = parts.group(2);
    List<TypeName> lambda =
        parameters == null || parameters.isBlank() ? List.of() : all(parameters);
    methods.put(parts.group(1), new LibraryMethod(lambda, qualify(parse(parts.group(3)))));
  }

  private List<TypeName> all(String text) {
    return split(text).stream().map(part -> qualify(parse(part))).toList();
  }

  private TypeName qualify(TypeName type) {
    return new TypeName(
        qualified.getOrDefault(type.name(), type.name()),
        type.arguments().stream().map(this::qualify).toList());
  }

  static TypeName parse(String text) {
    int open = text.indexOf('<');
    return open < 0
        ? TypeName.of(text.strip())
        : new TypeName(
            text.substring(0, open).strip(),
            split(text.substring(open + 1, text.lastIndexOf('>'))).stream()
                .map(LibraryTypesReader::parse)
                .toList());
  }

  /** At the commas that are not inside of angle brackets. */
  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '<' ? 1 : c == '>' ? -1 : 0;
      if (c == ',' && depth == 0) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(text.substring(start).strip());
    return parts;
  }
}
