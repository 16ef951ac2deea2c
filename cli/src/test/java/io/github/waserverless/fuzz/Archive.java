package io.github.waserverless.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Several files in one input: each follows a line {@code -- name --}, as in Go's txtar.
 *
 * @param files the content of each file by its path
 */
record Archive(Map<String, byte[]> files) {

  private static final Pattern HEADING = Pattern.compile("(?m)^-- ([\\w.$/-]{1,80}) --\\n");

  /**
   * The files of an input.
   *
   * @param first the name of what stands before the first heading
   */
  static Archive of(byte[] input, String first) {
    String text = new String(input, StandardCharsets.ISO_8859_1);
    Map<String, byte[]> files = new LinkedHashMap<>();
    Matcher heading = HEADING.matcher(text);
    String name = first;
    int start = 0;
    while (heading.find()) {
      add(name, text.substring(start, heading.start()), files);
      name = heading.group(1);
      start = heading.end();
    }
    add(name, text.substring(start), files);
    return new Archive(files);
  }

  private static void add(String name, String content, Map<String, byte[]> files) {
    if (!content.isEmpty()) {
      files.put(name, content.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  /** One input of sixteen, for what takes long: the same ones always. */
  boolean isSixteenth() {
    return (files.values().stream().mapToInt(Arrays::hashCode).sum() >>> 8) % 16 == 0;
  }

  /** Writes the files into a folder, those whose names lead there. */
  void writeTo(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve("./" + file.getKey()).normalize();
      if (path.startsWith(folder) && !path.equals(folder)) {
        write(path, file.getValue());
      }
    }
  }

  private static void write(Path path, byte[] content) throws IOException {
    try {
      Files.createDirectories(path.resolveSibling(""));
      Files.write(path, content);
    } catch (FileSystemException e) {
      // The name of a file and of a folder at once: the first one stays.
      return;
    }
  }
}
