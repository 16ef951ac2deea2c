package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Template;
import java.util.Optional;

/** Which template of the application a nested stack deploys, and where templates are deployed. */
@FunctionalInterface
public interface NestedStacks {

  /** The template of a {@code AWS::CloudFormation::Stack} whose URL is a local file. */
  Optional<Template> child(Resource stack);

  /** Whether two templates are certainly deployed to different accounts or Regions. */
  default boolean areApart(String template, String other) {
    return false;
  }
}
