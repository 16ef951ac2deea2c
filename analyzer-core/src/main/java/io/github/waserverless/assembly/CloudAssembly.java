package io.github.waserverless.assembly;

import io.github.waserverless.source.Notice;
import io.github.waserverless.template.Documents.LocalFile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * What a synthesis wrote into one folder: the stacks of an application, or of one of its stages.
 *
 * @param folder the folder of its manifest
 * @param stacks its own stacks
 * @param nested the folders of the assemblies of its stages
 * @param notices what in it was not looked at
 */
public record CloudAssembly(
    Path folder, List<StackArtifact> stacks, List<Path> nested, List<Notice> notices) {

  /** The name of the file that tells what is in an assembly. */
  public static final String MANIFEST = "manifest.json";

  /** Whether a manifest is one of an assembly: there are others of that name. */
  public static boolean isManifest(String text) {
    return text.contains("\"artifacts\"")
        && (text.contains("\"aws:cloudformation:stack\"") || text.contains("\"cdk:"));
  }

  /** The assembly in a folder. */
  public static CloudAssembly in(Path folder, Function<Path, LocalFile> files) {
    return new ManifestReader(folder, files).read();
  }
}
