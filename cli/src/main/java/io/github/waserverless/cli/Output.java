package io.github.waserverless.cli;

import io.github.waserverless.output.Format;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.TypeConversionException;

/**
 * A report that a run writes.
 *
 * @param file where it goes instead of the standard output
 */
record Output(Format format, @Nullable Path file) {

  /** An output as an option names it: a format, or a format and a file. */
  static Output parse(String text) {
    int equals = text.indexOf('=');
    Format format = Specs.word(equals < 0 ? text : text.substring(0, equals), formats());
    if (equals < 0) {
      return new Output(format, null);
    }
    String file = text.substring(equals + 1);
    if (file.isEmpty()) {
      throw new TypeConversionException("expected a file after " + text);
    }
    return new Output(format, Path.of(file));
  }

  static List<Format> formats() {
    return Specs.all(Format.class);
  }
}
