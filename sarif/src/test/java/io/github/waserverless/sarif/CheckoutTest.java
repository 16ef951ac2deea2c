package io.github.waserverless.sarif;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.waserverless.engine.SourceRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckoutTest {

  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  private static final String OTHER = "fedcba9876543210fedcba9876543210fedcba98";
  private static final String REPOSITORY = "https://github.com/acme/orders";

  @TempDir private Path folder;

  @BeforeEach
  void configure() throws IOException {
    write("repo/.git/config", "[remote \"origin\"]\n\turl = git@github.com:acme/orders.git\n");
    write("repo/.git/HEAD", "ref: refs/heads/feature/x\n");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Optional<Checkout> checkout(String root) throws IOException {
    Path template = folder.resolve(root + "/infra/template.yaml");
    Files.createDirectories(template.getParent());
    return Checkout.of(SourceRoot.of(java.util.List.of(template)));
  }

  private static Optional<Checkout> at(String commit, String branch) {
    return Optional.of(
        new Checkout(
            REPOSITORY,
            Optional.of(commit).filter(c -> !c.isEmpty()),
            Optional.of(branch).filter(b -> !b.isEmpty())));
  }

  @Test
  void knows_branch_and_commit() throws IOException {
    write("repo/.git/refs/heads/feature/x", COMMIT + "\n");
    assertEquals(at(COMMIT, "feature/x"), checkout("repo"));
  }

  @Test
  void finds_the_commit_among_packed_ones() throws IOException {
    write(
        "repo/.git/packed-refs",
        "# pack-refs with: peeled\n%s refs/heads/x\n%s refs/heads/feature/x\n"
            .formatted(OTHER, COMMIT));
    assertEquals(at(COMMIT, "feature/x"), checkout("repo"));
  }

  @Test
  void may_be_at_a_commit_without_a_branch() throws IOException {
    write("repo/.git/HEAD", COMMIT + "\n");
    assertEquals(at(COMMIT, ""), checkout("repo"));
  }

  @Test
  void has_no_commit_before_the_first() throws IOException {
    assertEquals(at("", "feature/x"), checkout("repo"));
  }

  @Test
  void of_a_worktree_is_found_behind_its_pointer() throws IOException {
    write("tree/.git", "gitdir: ../repo/.git/worktrees/tree\n");
    write("repo/.git/worktrees/tree/HEAD", "ref: refs/heads/y\n");
    write("repo/.git/worktrees/tree/commondir", "../..\n");
    write("repo/.git/refs/heads/y", OTHER);
    assertEquals(at(OTHER, "y"), checkout("tree"));
  }

  @Test
  void is_none_outside_of_git_and_without_a_remote() throws IOException {
    assertEquals(Optional.empty(), checkout("elsewhere"));
    write("repo/.git/config", "[core]\n");
    assertEquals(Optional.empty(), checkout("repo"));
  }

  @Test
  void takes_nothing_for_a_commit_that_is_none() throws IOException {
    write("secret", "password");
    write("repo/.git/HEAD", "ref: ../../secret");
    assertEquals(at("", ""), checkout("repo"));
  }
}
