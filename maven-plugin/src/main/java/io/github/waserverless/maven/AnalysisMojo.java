package io.github.waserverless.maven;

import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * What the goals that look at the project can be told. Paths are relative to where Maven starts.
 */
abstract class AnalysisMojo extends AbstractMojo {

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  MavenSession session;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  MavenProject project;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  MojoExecution execution;

  /** Does nothing. */
  @Parameter(property = "wa-serverless.skip", defaultValue = "false")
  boolean skip;

  /** Which rules run: {@code core} or {@code strict}, which are more. */
  @Parameter(property = "wa-serverless.profile")
  @Nullable String profile;

  /** Run only these rules, by id or name. */
  @Parameter(property = "wa-serverless.rules")
  List<String> rules = List.of();

  /** Do not run these rules, by id or name. */
  @Parameter(property = "wa-serverless.excludeRules")
  List<String> excludeRules = List.of();

  /**
   * Files and folders to check instead of the whole project; {@code *} stands for any part of a
   * name, {@code **} for any folders.
   */
  @Parameter(property = "wa-serverless.includes")
  List<String> includes = List.of();

  /** What is not read in folders, with patterns as in {@code .gitignore}. */
  @Parameter(property = "wa-serverless.excludes")
  List<String> excludes = List.of();

  /** The templates, instead of all that are found in the project. */
  @Parameter(property = "wa-serverless.templates")
  List<String> templates = List.of();

  /** The folder that the CDK wrote, when it does not lie in the project or has another name. */
  @Parameter(property = "wa-serverless.cdkOut")
  @Nullable String cdkOut;

  /** Values of template parameters, as {@code NAME=VALUE}, instead of their defaults. */
  @Parameter(property = "wa-serverless.parameters")
  List<String> parameters = List.of();

  /** Files with values of template parameters, in JSON or YAML. */
  @Parameter(property = "wa-serverless.parameterFiles")
  List<String> parameterFiles = List.of();

  /** The one of the environments in the configuration to check, instead of each. */
  @Parameter(property = "wa-serverless.environment")
  @Nullable String environment;

  /** A newer table of Lambda runtimes, in the form of {@code lambda-runtimes.json}. */
  @Parameter(property = "wa-serverless.runtimeData")
  @Nullable String runtimeData;

  /** The configuration, instead of the {@code .wa-serverless.yaml} at or above the project. */
  @Parameter(property = "wa-serverless.configFile")
  @Nullable String configFile;

  /** The file of known findings, instead of the one that the configuration names. */
  @Parameter(property = "wa-serverless.baselineFile")
  @Nullable String baselineFile;

  /** Heed suppressions that were made for other tools, for rules that look for the same. */
  @Parameter(property = "wa-serverless.honourPeerSuppressions", defaultValue = "false")
  boolean honourPeerSuppressions;

  /** Read what templates name outside of the project too. */
  @Parameter(property = "wa-serverless.allowOutside", defaultValue = "false")
  boolean allowOutside;
}
