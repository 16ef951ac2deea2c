package io.github.waserverless.sarif;

import io.github.waserverless.engine.SourceRoot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The state of a git checkout as its own files tell it, so that no process is needed.
 *
 * @param repository where the repository is on the web
 * @param revision the commit that is checked out
 * @param branch its branch; empty for a commit alone
 */
record Checkout(String repository, Optional<String> revision, Optional<String> branch) {

  private static final int LARGEST = 20_000_000;
  private static final String REF = "ref: ";
  private static final String BRANCH = "refs/heads/";
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

  /** The checkout whose top is the root; empty where nothing tells where its repository is. */
  static Optional<Checkout> of(SourceRoot root) {
    if (!root.isCheckout()) {
      return Optional.empty();
    }
    try {
      Path git = gitFolder(root.path());
      Path common = read(git.resolve("commondir")).map(git::resolve).orElse(git);
      return read(common.resolve("config"))
          .flatMap(Remote::of)
          .map(repository -> of(repository, git, common));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Checkout of(String repository, Path git, Path common) {
    String head = read(git.resolve("HEAD")).orElse("");
    if (!head.startsWith(REF)) {
      return new Checkout(repository, commit(head), Optional.empty());
    }
    String name = head.substring(REF.length());
    Optional<String> branch =
        name.startsWith(BRANCH) ? Optional.of(name.substring(BRANCH.length())) : Optional.empty();
    return new Checkout(repository, commitOf(name, common), branch);
  }

  private static Path gitFolder(Path root) {
    Path git = root.resolve(".git");
    String pointer = "gitdir: ";
    return read(git)
        .filter(text -> text.startsWith(pointer))
        .map(text -> root.resolve(text.substring(pointer.length())))
        .orElse(git);
  }

  /** The commit that a branch is at: in a file of its own, or packed with others. */
  private static Optional<String> commitOf(String name, Path common) {
    Optional<String> loose = read(common.resolve(name)).flatMap(Checkout::commit);
    if (loose.isPresent()) {
      return loose;
    }
    return read(common.resolve("packed-refs")).stream()
        .flatMap(String::lines)
        .filter(line -> line.endsWith(" " + name))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .findFirst()
        .flatMap(Checkout::commit);
  }

  private static Optional<String> commit(String text) {
    return Optional.of(text).filter(t -> COMMIT.matcher(t).matches());
  }

  private static Optional<String> read(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        return Optional.empty();
      }
      return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
