package io.github.waserverless.assembly;

import io.github.waserverless.source.Location;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A stack of an assembly.
 *
 * @param assembly the folder of the assembly
 * @param path the construct path of the stack
 * @param environment the account and Region that it is deployed to; empty where deployment decides
 * @param template the file of its template
 * @param place where the manifest names that file
 * @param metadata what is known of its constructs
 * @param assets what is uploaded for it
 */
public record StackArtifact(
    Path assembly,
    String path,
    Optional<String> environment,
    Path template,
    Location place,
    ConstructMetadata metadata,
    Assets assets) {

  /** The templates of nested stacks that are uploaded with the stacks of the assembly. */
  public List<Path> nestedTemplates() {
    return assets.nestedTemplates();
  }

  /** Whether two stacks are certainly deployed to different accounts or Regions. */
  public boolean isApartFrom(StackArtifact other) {
    return environment.isPresent()
        && other.environment.isPresent()
        && !environment.equals(other.environment);
  }
}
