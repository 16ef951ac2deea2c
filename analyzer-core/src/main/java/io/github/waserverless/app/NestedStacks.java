package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Template;
import java.util.Optional;

/** Which template of the application a nested stack deploys. */
@FunctionalInterface
public interface NestedStacks {

  /** The template of a {@code AWS::CloudFormation::Stack} whose URL is a local file. */
  Optional<Template> child(Resource stack);
}
