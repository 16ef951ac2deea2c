package io.github.waserverless.engine;

import io.github.waserverless.source.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The search of one folder for files that may be templates. It stays in the folder: links to files
 * out of it are not followed, and links to folders lead to what is found anyway.
 */
final class FolderSearch {

  private static final Set<String> ENDINGS = Set.of("yaml", "yml", "json", "template");
  private static final Set<String> BUILD_OUTPUT = Set.of(".aws-sam", "cdk.out");

  /** Nobody keeps anything so deep, and a stack ends somewhere. */
  private static final int DEEPEST = 500;

  private final Path root;
  private final Exclusion exclusion;
  private final boolean testsWanted;
  private final boolean linksOut;
  private final SourcesAhead ahead;
  private final List<Path> files = new ArrayList<>();
  private final List<Path> testFiles = new ArrayList<>();
  private final List<Path> testFolders = new ArrayList<>();
  private final List<Path> sources = new ArrayList<>();
  private final List<Path> assemblies = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();

  private FolderSearch(
      Path root, Exclusion exclusion, boolean testsWanted, boolean linksOut, SourcesAhead ahead) {
    this.root = root;
    this.exclusion = exclusion;
    this.testsWanted = testsWanted;
    this.linksOut = linksOut;
    this.ahead = ahead;
  }

  /**
   * @param linksOut whether links to files out of the folder are followed
   * @param ahead reads the sources that are found
   */
  static FolderSearch in(Path root, Exclusion exclusion, boolean linksOut, SourcesAhead ahead) {
    GitIgnore.Position start = GitIgnore.of(root);
    FolderSearch search =
        new FolderSearch(root, exclusion, isInTests(root, start.path()), linksOut, ahead);
    search.visit(Listing.of(root), start.rules(), start.path(), search.files);
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
  private void visit(Listing listing, GitIgnore above, String path, List<Path> into) {
    Folder here = listing.folder();
    listing.fault().ifPresent(notices::add);
    if (into == files && here.isAssembly()) {
      assemblies.add(here.path());
      return;
    }
    // A repository inside of another one is not governed by it.
    boolean nested = here.names().contains(".git") && !here.path().equals(root);
    String prefix = nested ? "" : path;
    GitIgnore rules = nested ? GitIgnore.NONE : above;
    if (here.names().contains(".gitignore")) {
      rules = rules.with(here.path().resolve(".gitignore"), prefix);
    }
    Map<Path, Ahead<Listing>> next = foldersIn(listing, rules, prefix);
    for (Path entry : here.entries()) {
      Ahead<Listing> folder = next.get(entry);
      if (folder != null) {
        descend(folder.get(), rules, prefix + name(entry), into);
      } else {
        entry(listing, entry, rules, prefix, into);
      }
    }
  }

  /** The folders in a folder that are searched as well. */
  private Map<Path, Ahead<Listing>> foldersIn(Listing listing, GitIgnore rules, String prefix) {
    Map<Path, Ahead<Listing>> folders = new HashMap<>();
    for (Path entry : listing.folder().entries()) {
      BasicFileAttributes attributes = listing.attributes().get(entry);
      if (attributes != null
          && attributes.isDirectory()
          && !exclusion.excludes(entry, true)
          && isSearched(listing.folder(), name(entry), rules, prefix)) {
        folders.put(entry, Listing.ahead(entry));
      }
    }
    return folders;
  }

  private static boolean isSearched(Folder parent, String name, GitIgnore rules, String prefix) {
    // What a build writes is deployed although git ignores it.
    boolean ignored = !BUILD_OUTPUT.contains(name) && rules.ignores(prefix + name, true);
    return !ignored && !parent.skips(name);
  }

  private static String name(Path entry) {
    return String.valueOf(entry.getFileName());
  }

  /** An entry that is no folder to search. */
  private void entry(Listing listing, Path entry, GitIgnore rules, String prefix, List<Path> into) {
    String name = name(entry);
    String path = prefix + name;
    BasicFileAttributes attributes = listing.attributes().get(entry);
    if (attributes == null) {
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
      if (JvmSource.isBuildOutput(name)) {
        sources.addAll(JvmSource.generatedIn(entry));
      }
    } else if (attributes.isRegularFile()
        && hasEnding(name)
        && listing.folder().mayHold(name)
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
      ahead.begin(entry);
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

  private void descend(Listing listing, GitIgnore rules, String path, List<Path> into) {
    Path folder = listing.folder().path();
    if (folder.getNameCount() - root.getNameCount() > DEEPEST) {
      notices.add(
          Notice.notLookedAt(
              Discovery.at(folder),
              "folders in more than " + DEEPEST + " others are not searched"));
      return;
    }
    boolean tests = !testsWanted && into == files && Folder.isForTests(folder);
    if (tests) {
      testFolders.add(folder);
    }
    visit(listing, rules, path + "/", tests ? testFiles : into);
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
