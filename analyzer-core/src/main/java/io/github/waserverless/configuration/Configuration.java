package io.github.waserverless.configuration;

import io.github.waserverless.engine.InvalidInput;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a project says about its checks.
 *
 * @param file where it says so; empty when it says nothing
 * @param folder what its paths are relative to
 * @param profile which rules run
 * @param rules what is said of single rules, by their ids
 * @param scope which files are read
 * @param inputs what is known beside the templates, for all deployments
 * @param deployments the deployments that are checked each; none means one of templates' defaults
 * @param ignored findings that are not reported, by files and rules
 * @param reporting what happens to findings
 */
public record Configuration(
    Optional<Path> file,
    Path folder,
    Optional<RunProfile> profile,
    Map<String, RuleSetting> rules,
    Scope scope,
    Inputs inputs,
    List<Deployment> deployments,
    List<Ignored> ignored,
    Reporting reporting) {

  /** Says nothing. */
  public static final Configuration NONE =
      new Configuration(
          Optional.empty(),
          Path.of(""),
          Optional.empty(),
          Map.of(),
          new Scope(List.of(), List.of()),
          new Inputs(Map.of(), List.of(), Optional.empty()),
          List.of(),
          List.of(),
          new Reporting(Optional.empty(), Optional.empty(), false));

  /**
   * Which files are read.
   *
   * @param include files and folders to check when none are named; may hold {@code *}
   * @param exclude patterns as in {@code .gitignore} for what is not read in folders
   */
  public record Scope(List<String> include, List<String> exclude) {}

  /**
   * What is known beside the templates.
   *
   * @param parameters values of template parameters
   * @param files parameter files, which the values win over
   * @param runtimes a table of Lambda runtimes instead of the one that is shipped
   */
  public record Inputs(Map<String, String> parameters, List<Path> files, Optional<Path> runtimes) {

    /** The values in texts of the form {@code NAME=VALUE}. */
    public static Map<String, String> values(List<String> pairs) throws InvalidInput {
      Map<String, String> values = new LinkedHashMap<>();
      for (String pair : pairs) {
        int equals = pair.indexOf('=');
        if (equals <= 0) {
          throw new InvalidInput("a template parameter is given as NAME=VALUE, not as " + pair);
        }
        values.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
      return values;
    }
  }

  /** One set of parameter values that the templates are deployed with: {@code prod}. */
  public record Deployment(String name, Map<String, String> parameters, List<Path> files) {}

  /**
   * What happens to findings.
   *
   * @param failOn from which severity on they fail
   * @param baseline the file that holds those which are known
   * @param honourPeers whether suppressions made for other tools count
   */
  public record Reporting(Optional<FailOn> failOn, Optional<Path> baseline, boolean honourPeers) {}
}
