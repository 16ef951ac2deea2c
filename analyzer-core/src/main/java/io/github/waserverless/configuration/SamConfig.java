package io.github.waserverless.configuration;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parameter values by environment that a {@code samconfig.toml} deploys with. Of TOML only what
 * the SAM CLI writes is read; anything else is passed over.
 */
final class SamConfig {

  /** The name of the file. */
  static final String NAME = "samconfig.toml";

  private static final Pattern TABLE =
      Pattern.compile("\\[\\s*\"?([\\w.-]+?)\"?\\.(?:deploy|global)\\.parameters\\s*]\\s*(?:#.*)?");
  private static final Pattern OVERRIDES =
      Pattern.compile("\"?parameter_overrides\"?\\s*=\\s*(.*)");
  private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"|'([^']*)'");
  private static final Pattern PAIR =
      Pattern.compile("([A-Za-z0-9]+)=(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s\"]*))");

  private SamConfig() {}

  /** The values by the names of the environments, in the order of the file. */
  static Map<String, Map<String, String>> in(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      return Map.of();
    }
    try {
      return read(Files.readAllLines(file));
    } catch (MalformedInputException e) {
      return Map.of();
    }
  }

  private static Map<String, Map<String, String>> read(List<String> lines) {
    Map<String, Map<String, String>> environments = new LinkedHashMap<>();
    String environment = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).trim();
      Matcher table = TABLE.matcher(line);
      Matcher overrides = OVERRIDES.matcher(line);
      if (line.startsWith("[")) {
        environment = table.matches() ? table.group(1) : "";
      } else if (!environment.isEmpty() && overrides.matches()) {
        String value = overrides.group(1);
        while (value.startsWith("[") && !value.contains("]") && i + 1 < lines.size()) {
          value += " " + lines.get(++i).trim();
        }
        environments.computeIfAbsent(environment, e -> new LinkedHashMap<>()).putAll(pairs(value));
      }
    }
    environments.values().removeIf(Map::isEmpty);
    return environments;
  }

  private static Map<String, String> pairs(String value) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String text : texts(value)) {
      Matcher pair =
          PAIR.matcher(text.replace("ParameterKey=", "").replace(",ParameterValue=", "="));
      while (pair.find()) {
        pairs.put(
            pair.group(1),
            pair.group(2) == null ? pair.group(3) : pair.group(2).replace("\\\"", "\""));
      }
    }
    return pairs;
  }

  /** One text or a list of texts. */
  private static List<String> texts(String value) {
    List<String> texts = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(value);
    while (quoted.find()) {
      texts.add(
          quoted.group(1) == null
              ? quoted.group(2)
              : quoted.group(1).replace("\\\"", "\"").replace("\\\\", "\\"));
      if (!value.startsWith("[")) {
        break;
      }
    }
    return texts;
  }
}
