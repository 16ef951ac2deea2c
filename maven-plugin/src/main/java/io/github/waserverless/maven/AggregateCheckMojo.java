package io.github.waserverless.maven;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;

/** Checks the application that the modules of a build make up at once, before they are built. */
@Mojo(name = "aggregate-check", aggregator = true, requiresProject = false, threadSafe = true)
public final class AggregateCheckMojo extends CheckingMojo {

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Not checked: wa-serverless.skip is set");
      return;
    }
    check();
  }
}
