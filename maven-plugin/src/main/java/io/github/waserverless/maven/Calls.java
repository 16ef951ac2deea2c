package io.github.waserverless.maven;

import io.github.waserverless.report.Advice;
import org.apache.maven.model.Plugin;

/** How the goals are called where the plugin runs. */
final class Calls {

  private Calls() {}

  static Advice advice(AnalysisMojo mojo) {
    return new Advice(
        "mvn " + plugin(mojo) + ":explain -Dwa-serverless.rule=", "-Dwa-serverless.consoleNotes");
  }

  /** The prefix where Maven knows it: of a plugin that is declared, or whose group is listed. */
  private static String plugin(AnalysisMojo mojo) {
    Plugin plugin = mojo.execution.getPlugin();
    boolean known =
        mojo.project.getPlugin(plugin.getKey()) != null
            || mojo.session.getPluginGroups().contains(plugin.getGroupId());
    return known ? "wa-serverless" : plugin.getKey() + ":" + plugin.getVersion();
  }
}
