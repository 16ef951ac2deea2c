package io.github.waserverless.configuration;

import io.github.waserverless.engine.Exclusion;
import io.github.waserverless.engine.Modules;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the caller of a check asks for; it wins over what the project says.
 *
 * @param paths files and folders to check; none means what the project includes, or this folder
 * @param selection which rules run
 * @param inputs what is known beside the templates
 * @param outside whether what templates name may lie outside of what is checked
 * @param environment the one of the project's environments to check, instead of each
 * @param reported which findings are reported
 * @param build the build that calls
 * @param today the day that deadlines are compared with
 */
public record Request(
    List<Path> paths,
    RuleSelection selection,
    Configuration.Inputs inputs,
    boolean outside,
    Optional<String> environment,
    Reported reported,
    LocalDate today,
    Build build) {

  /**
   * What the tool that builds the project knows of it.
   *
   * @param folders the folders of the project, which are searched unless it says what to include
   * @param exclusion what is not read in folders, beside what the project leaves out
   */
  public record Build(List<Path> folders, Exclusion exclusion, Modules modules) {

    /** Nobody builds. */
    public static final Build NONE = new Build(List.of(), Exclusion.NONE, Modules.NONE);
  }

  /**
   * Which findings are reported.
   *
   * @param honourPeers whether suppressions made for other tools count, whatever the project says
   * @param baseline the file of findings that are known
   * @param withKnown whether those that are known are reported too, whatever the project says
   * @param changedSince a commit: only findings are reported that concern what differs from it
   * @param inContext whether the whole project is read, and the paths only say what is reported
   */
  public record Reported(
      boolean honourPeers,
      Optional<Path> baseline,
      boolean withKnown,
      Optional<String> changedSince,
      boolean inContext) {

    /** All findings, as the project wants it. */
    public static final Reported ALL =
        new Reported(false, Optional.empty(), false, Optional.empty(), false);
  }
}
