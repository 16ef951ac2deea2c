package io.github.waserverless.maven;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Checks the application that the modules of a build make up, once, in the last of the modules that
 * ask for it.
 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    threadSafe = true)
public final class CheckMojo extends CheckingMojo {

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    Optional<Callable<Void>> check = skip ? Optional.empty() : Optional.of(this::checked);
    if (skip) {
      getLog().info("Not checked: wa-serverless.skip is set");
    }
    try {
      new Turns(session, execution).take(project, check);
    } catch (MojoExecutionException | MojoFailureException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new MojoExecutionException("the check failed", e);
    }
  }

  private Void checked() throws MojoExecutionException, MojoFailureException {
    check();
    return null;
  }
}
