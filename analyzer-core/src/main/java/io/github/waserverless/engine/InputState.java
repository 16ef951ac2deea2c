package io.github.waserverless.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What a run would read, told from any other state by names, sizes and times of files. */
public final class InputState {

  private final MessageDigest digest;

  private InputState() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has it", e);
    }
  }

  /**
   * The state of all that a search may lead to, in a few characters.
   *
   * @param files further files that the result depends on
   * @param asked whatever else it depends on
   */
  public static String of(Search search, List<Path> files, String asked) {
    InputState state = new InputState();
    state.add(asked);
    state.add(search.modules().toString());
    files.forEach(state::file);
    for (Path path : search.paths()) {
      state.file(path);
      if (Files.isDirectory(path)) {
        // Code and documents that templates name lie anywhere in the checkout.
        SourceRoot root = SourceRoot.of(List.of(path));
        state.folder(root.isCheckout() ? root.path() : path);
      }
    }
    search.modules().further(List.of(), search.exclusion()).forEach(state::file);
    return HexFormat.of().formatHex(state.digest.digest());
  }

  private void add(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private void file(Path file) {
    try {
      BasicFileAttributes read = Files.readAttributes(file, BasicFileAttributes.class);
      String times = read.isDirectory() ? "" : read.size() + " " + read.lastModifiedTime();
      add(file + " " + times);
    } catch (IOException e) {
      add(file + " is not there");
    }
  }

  private void folder(Path folder) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      entries.forEach(found::add);
    } catch (IOException | DirectoryIteratorException e) {
      add(folder + " cannot be searched");
    }
    Folder here = Folder.of(folder, found);
    for (Path entry : here.entries()) {
      if (!Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        file(entry);
      } else if (!here.skips(String.valueOf(entry.getFileName()))) {
        folder(entry);
      }
    }
  }
}
