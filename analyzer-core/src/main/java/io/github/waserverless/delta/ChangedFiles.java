package io.github.waserverless.delta;

import io.github.waserverless.engine.InvalidInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The files that differ from a commit, asked of git. */
final class ChangedFiles {

  private ChangedFiles() {}

  /**
   * The files, absolute, that the working folder has otherwise than a commit had them when this
   * branch left it, files that git does not know yet included.
   *
   * @param folder a folder of the checkout
   * @param commit a commit, branch or tag
   */
  static Set<Path> since(Path folder, String commit) throws InvalidInput {
    if (commit.startsWith("-")) {
      throw new InvalidInput("not a commit, branch or tag: " + commit);
    }
    Path top =
        Path.of(
            git(folder, "rev-parse", "--show-toplevel")
                .orElseThrow(() -> new InvalidInput(folder + " is not in a git checkout"))
                .strip());
    String base = base(top, commit);
    String left = git(top, "merge-base", base, "HEAD").map(String::strip).orElse(base);
    List<String> names = new ArrayList<>();
    names.addAll(names(git(top, "diff", "--name-only", "--no-renames", "-z", left, "--")));
    names.addAll(names(git(top, "ls-files", "--others", "--exclude-standard", "-z")));
    Set<Path> files = new HashSet<>();
    names.forEach(name -> files.add(top.resolve(name).normalize()));
    return files;
  }

  private static String base(Path top, String commit) throws InvalidInput {
    Optional<String> known =
        git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", commit + "^{commit}");
    if (known.isEmpty() && commit.equals("HEAD")) {
      // Before the first commit everything is new: what it differs from is the empty tree.
      known = git(top, "hash-object", "-t", "tree", "--stdin");
    }
    return known
        .map(String::strip)
        .orElseThrow(() -> new InvalidInput("git knows no commit, branch or tag " + commit));
  }

  private static List<String> names(Optional<String> output) throws InvalidInput {
    String text = output.orElseThrow(() -> new InvalidInput("git cannot tell what has changed"));
    return List.of(text.split("\0", -1)).stream().filter(name -> !name.isEmpty()).toList();
  }

  /** What git says; empty when it fails. */
  private static Optional<String> git(Path folder, String... arguments) throws InvalidInput {
    List<String> command = new ArrayList<>(List.of("git", "-c", "core.fsmonitor=false"));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(output) : Optional.empty();
    } catch (IOException e) {
      throw new InvalidInput("git is needed to know what has changed, and cannot be started");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InvalidInput("interrupted while git was asked what has changed");
    }
  }
}
