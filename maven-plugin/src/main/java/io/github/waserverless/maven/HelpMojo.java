package io.github.waserverless.maven;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Says what the goals do, and with a goal what it can be told. */
@Mojo(name = "help", aggregator = true, requiresProject = false, threadSafe = true)
public final class HelpMojo extends AbstractMojo {

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  MojoExecution execution;

  /** The goal whose parameters are listed. */
  @Parameter(property = "goal")
  @Nullable String goal;

  @Override
  public void execute() {
    List<MojoDescriptor> goals = execution.getMojoDescriptor().getPluginDescriptor().getMojos();
    goals.stream()
        .filter(mojo -> goal == null || mojo.getGoal().equals(goal))
        .sorted(Comparator.comparing(MojoDescriptor::getGoal))
        .forEach(this::print);
    if (goal == null) {
      getLog().info("What a goal can be told: -Dgoal=check");
    }
  }

  private void print(MojoDescriptor mojo) {
    getLog().info("wa-serverless:" + mojo.getGoal());
    getLog().info("  " + plain(mojo.getDescription()));
    if (goal == null) {
      return;
    }
    for (org.apache.maven.plugin.descriptor.Parameter parameter : mojo.getParameters()) {
      if (parameter.isEditable()) {
        getLog().info("");
        getLog().info("  " + parameter.getName() + " (" + property(parameter, mojo) + ")");
        getLog().info("    " + plain(parameter.getDescription()));
      }
    }
  }

  private static String property(
      org.apache.maven.plugin.descriptor.Parameter parameter, MojoDescriptor mojo) {
    return Optional.ofNullable(mojo.getMojoConfiguration())
        .map(configuration -> configuration.getChild(parameter.getName()))
        .map(child -> child.getValue(""))
        .map(expression -> expression.replaceAll("[${}]", ""))
        .orElse("");
  }

  /** A description without its markup. */
  private static String plain(@Nullable String description) {
    return description == null
        ? ""
        : description.replaceAll("<[^>]+>", "").replaceAll("\\s+", " ").trim();
  }
}
