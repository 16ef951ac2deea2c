package io.github.waserverless.maven;

import io.github.waserverless.configuration.RuleCatalog;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RulePage;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Says why a rule matters, what is wrong and what is right; without a rule, lists all rules. */
@Mojo(name = "explain", aggregator = true, requiresProject = false, threadSafe = true)
public final class ExplainMojo extends AbstractMojo {

  /** The id or name of the rule. */
  @Parameter(property = "wa-serverless.rule")
  @Nullable String rule;

  @Override
  public void execute() throws MojoExecutionException {
    RuleCatalog catalog = RuleCatalog.load(ExplainMojo.class.getClassLoader());
    if (rule == null) {
      for (Rule one : catalog.rules()) {
        getLog().info(one.info().id() + " " + one.info().name() + ": " + one.info().title());
      }
      getLog()
          .info(
              "One of them explained: -Dwa-serverless.rule=" + catalog.rules().get(0).info().id());
      return;
    }
    Optional<Rule> found = catalog.rule(rule);
    if (found.isEmpty()) {
      throw new MojoExecutionException(catalog.unknown(rule));
    }
    RulePage.of(found.get()).lines().forEach(getLog()::info);
  }
}
