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
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The search of one folder for files that may be templates. It stays in the folder: links to files
 * out of it are not followed, and links to folders lead to what is found anyway.
 */
final class FolderSearch {

  private static final Set<String> ENDINGS = Set.of("yaml", "yml", "json", "template");
  private static final Set<String> BUILD_OUTPUT = Set.of(".aws-sam", "cdk.out");

  private final Path root;
  private final Exclusion exclusion;
  private final boolean testsWanted;
  private final boolean linksOut;
  private final List<Path> files = new ArrayList<>();
  private final List<Path> testFiles = new ArrayList<>();
  private final List<Path> testFolders = new ArrayList<>();
  private final List<Path> sources = new ArrayList<>();
  private final List<Path> assemblies = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();

  private FolderSearch(Path root, Exclusion exclusion, boolean testsWanted, boolean linksOut) {
    this.root = root;
    this.exclusion = exclusion;
    this.testsWanted = testsWanted;
    this.linksOut = linksOut;
  }

  /**
   * @param linksOut whether links to files out of the folder are followed
   */
  static FolderSearch in(Path root, Exclusion exclusion, boolean linksOut) {
    GitIgnore.Position start = GitIgnore.of(root);
    FolderSearch search =
        new FolderSearch(root, exclusion, isInTests(root, start.path()), linksOut);
    search.visit(root, start.rules(), start.path(), search.files);
    return search;
  }

  List<Path> files() {
    return files;
  }

  /** The folders of cloud assemblies, in which only what their manifests name is read. */
  List<Path> assemblies() {
    return assemblies;
  }

  /** Files in test folders, which nobody asked for. */
  List<Path> testFiles() {
    return testFiles;
  }

  /** The sources in languages of the JVM, test code left out. */
  List<Path> sources() {
    return sources;
  }

  /** The test folder, or the root when there are several. */
  Path tests() {
    return testFolders.size() == 1 ? testFolders.get(0) : root;
  }

  List<Notice> notices() {
    return notices;
  }

  /**
   * @param path the folder's path in its repository, which ignore patterns speak of
   * @param into where the files that are found belong
   */
  private void visit(Path folder, GitIgnore above, String path, List<Path> into) {
    Folder here = list(folder);
    if (into == files && here.isAssembly()) {
      assemblies.add(folder);
      return;
    }
    // A repository inside of another one is not governed by it.
    boolean nested = here.names().contains(".git") && !folder.equals(root);
    String prefix = nested ? "" : path;
    GitIgnore rules = nested ? GitIgnore.NONE : above;
    if (here.names().contains(".gitignore")) {
      rules = rules.with(folder.resolve(".gitignore"), prefix);
    }
    for (Path entry : here.entries()) {
      entry(here, entry, rules, prefix, into);
    }
  }

  private Folder list(Path folder) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      entries.forEach(found::add);
    } catch (IOException | DirectoryIteratorException e) {
      notices.add(Discovery.cannotRead(folder, "the folder cannot be searched"));
    }
    return Folder.of(folder, found);
  }

  private void entry(Folder parent, Path entry, GitIgnore rules, String prefix, List<Path> into) {
    String name = String.valueOf(entry.getFileName());
    String path = prefix + name;
    BasicFileAttributes attributes;
    try {
      attributes =
          Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      if (hasEnding(name)) {
        notices.add(Discovery.cannotRead(entry, "cannot be read"));
      }
      return;
    }
    if (exclusion.excludes(entry, attributes.isDirectory())) {
      return;
    }
    if (attributes.isSymbolicLink() && hasEnding(name) && !rules.ignores(path, false)) {
      link(entry, into);
    } else if (attributes.isDirectory()) {
      // What a build writes is deployed although git ignores it.
      boolean ignored = !BUILD_OUTPUT.contains(name) && rules.ignores(path, true);
      if (!ignored && !parent.skips(name)) {
        descend(entry, rules, path, into);
      } else if (JvmSource.isBuildOutput(name)) {
        sources.addAll(JvmSource.generatedIn(entry));
      }
    } else if (attributes.isRegularFile()
        && hasEnding(name)
        && parent.mayHold(name)
        && !rules.ignores(path, false)) {
      into.add(entry);
    } else if (JvmSource.isSource(name) && into == files && !rules.ignores(path, false)) {
      source(entry, attributes);
    }
  }

  /** A pipe is no source: it would be waited for. */
  private void source(Path entry, BasicFileAttributes attributes) {
    if (attributes.isRegularFile()) {
      sources.add(entry);
    } else if (attributes.isSymbolicLink()) {
      link(entry, sources);
    }
  }

  private void link(Path link, List<Path> into) {
    try {
      Path target = link.toRealPath();
      if (!linksOut && !target.startsWith(root.toRealPath())) {
        notices.add(Notice.notLookedAt(Discovery.at(link), "a link that leads out of the folder"));
      } else if (Files.isRegularFile(target)) {
        into.add(link);
      }
    } catch (IOException e) {
      notices.add(Notice.notLookedAt(Discovery.at(link), "a link that leads nowhere"));
    }
  }

  private void descend(Path folder, GitIgnore rules, String path, List<Path> into) {
    boolean tests = !testsWanted && into == files && Folder.isForTests(folder);
    if (tests) {
      testFolders.add(folder);
    }
    visit(folder, rules, path + "/", tests ? testFiles : into);
  }

  private static boolean hasEnding(String name) {
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  /** Where a repository lies on this machine does not matter: only what is named, and inside. */
  private static boolean isInTests(Path root, String inRepository) {
    return Folder.isForTests(root)
        || Folder.anyIsForTests(Path.of(inRepository))
        || (!root.isAbsolute() && Folder.anyIsForTests(root));
  }
}
