package io.github.waserverless.fuzz;

import io.github.waserverless.cli.Call;
import io.github.waserverless.parse.JsonReader;
import io.github.waserverless.parse.Parsed;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The command {@code check}, called for a folder with the files of an input; for some inputs, since
 * that takes longer, with SARIF and followed by {@code facts}.
 */
final class WholeCheck {

  private static final int USAGE = 2;
  private static final int UNREADABLE = 3;

  private final Path folder;
  private final Path reports;
  private final boolean thoroughly;

  private WholeCheck(Path folder, Path reports, boolean thoroughly) {
    this.folder = folder;
    this.reports = reports;
    this.thoroughly = thoroughly;
  }

  /** Fails when a call does not end as documented, or what it writes is not well-formed. */
  static void of(Archive archive, String... options) {
    try {
      Path home = Files.createTempDirectory("wa-serverless-fuzz");
      try {
        Path folder = Files.createDirectory(home.resolve("app"));
        // Without a checkout around it, nobody looks for its sources elsewhere.
        Files.createDirectory(folder.resolve(".git"));
        archive.writeTo(folder);
        new WholeCheck(folder, home, archive.isSixteenth()).check(options);
      } finally {
        delete(home);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path home) throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private void check(String... options) throws IOException {
    Path json = reports.resolve("report.json");
    Path sarif = reports.resolve("report.sarif");
    List<String> arguments = new ArrayList<>(List.of("check", "--debug", "--notes", "--stats"));
    arguments.addAll(List.of("--format", "text", "--format", "json=" + json));
    if (thoroughly) {
      arguments.addAll(List.of("--format", "sarif=" + sarif));
    }
    for (String option : options) {
      arguments.add(option.replace("APP", folder.toString()));
    }
    arguments.add(folder.toString());
    Call call = Call.of(arguments.toArray(String[]::new));
    String ended = "exit code " + call.code() + "\n" + call.err();
    Places.require(call.code() >= 0 && call.code() <= UNREADABLE, ended);
    if (call.code() == USAGE) {
      Places.require(call.err().startsWith("wa-serverless: "), ended);
      return;
    }
    Places.require(call.err().isEmpty(), ended);
    List<Value> notices = items(read(json), "notices");
    Places.require(
        call.code() != UNREADABLE || (!notices.isEmpty() && call.out().contains("/app/")),
        "unreadable, and nothing says what",
        call.out());
    if (thoroughly) {
      Places.require(items(read(sarif), "runs").size() == 1, "no run in SARIF");
      facts();
    }
  }

  private void facts() {
    Call call = Call.of("facts", "--debug", "--no-config", "--format", "json", folder.toString());
    String ended = "exit code " + call.code() + "\n" + call.err();
    Places.require(call.code() == 0 || call.code() == UNREADABLE, ended);
    items(read("facts.json", call.out()), "applications");
  }

  private static Value read(Path report) throws IOException {
    return read(report.toString(), Files.readString(report));
  }

  private static Value read(String name, String report) {
    Parsed parsed = JsonReader.read(new SourceFile(Path.of(name), name, report));
    Places.require(parsed.root().isPresent(), "not JSON", parsed.notices());
    Places.require(parsed.notices().isEmpty(), "odd JSON", parsed.notices());
    return parsed.root().get();
  }

  private static List<Value> items(Value value, String key) {
    Value found = value instanceof Mapping object ? object.get(key).orElse(null) : null;
    Places.require(found instanceof Sequence, "no", key);
    return ((Sequence) java.util.Objects.requireNonNull(found)).items();
  }
}
