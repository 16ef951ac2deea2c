package io.github.waserverless.engine;

import io.github.waserverless.source.Notice;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the file system says of a folder. Asking is most of the time of a search, so it is asked of
 * the folders that come next while one is looked through.
 *
 * @param attributes of each entry of which they can be read
 * @param fault why the folder could not be listed
 */
record Listing(Folder folder, Map<Path, BasicFileAttributes> attributes, Optional<Notice> fault) {

  static Listing of(Path path) {
    List<Path> found = new ArrayList<>();
    Optional<Notice> fault = Optional.empty();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
      entries.forEach(found::add);
    } catch (IOException | DirectoryIteratorException e) {
      fault = Optional.of(Discovery.cannotRead(path, "the folder cannot be searched"));
    }
    Map<Path, BasicFileAttributes> attributes = new HashMap<>();
    for (Path entry : found) {
      read(entry).ifPresent(read -> attributes.put(entry, read));
    }
    return new Listing(Folder.of(path, found), attributes, fault);
  }

  private static Optional<BasicFileAttributes> read(Path entry) {
    try {
      return Optional.of(
          Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    } catch (IOException e) {
      // Whoever looks for it finds that it is not there.
      return Optional.empty();
    }
  }

  /** The listing of a folder that will be looked through soon. */
  static Ahead<Listing> ahead(Path path) {
    return Ahead.of(() -> of(path));
  }
}
