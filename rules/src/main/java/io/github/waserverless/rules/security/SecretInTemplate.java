package io.github.waserverless.rules.security;

import static io.github.waserverless.rule.Pillar.SECURITY;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Origin;
import io.github.waserverless.template.Parameter;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Template;
import io.github.waserverless.template.Truth;
import java.util.Optional;

/** A template is kept, copied and shown; secrets are not. */
@RuleInfo(
    id = "WAS817",
    name = "secret-in-template",
    title = "Secret in a template or its parameters",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = SECURITY,
    severity = WARNING)
public final class SecretInTemplate implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (Template template : app.templates()) {
      for (Parameter parameter : template.scope().parameters()) {
        exposure(new SecretParameter(parameter))
            .ifPresent(
                how -> findings.report(Problem.of(parameter, parameter.name() + " has " + how)));
      }
    }
    for (SecretProperty property : SecretProperty.values()) {
      for (Resource resource : app.resources(property.type())) {
        if (resource.declared()) {
          property.in(resource).forEach(secret -> report(resource, property, secret, findings));
        }
      }
    }
  }

  private static Optional<String> exposure(SecretParameter secret) {
    if (!secret.isOne()) {
      return Optional.empty();
    }
    String readable = "whoever may describe the stack can read it";
    String known = "whoever may read the template knows it";
    if (secret.hasDefault()) {
      return Optional.of("the secret as its default: " + known);
    }
    return secret.isHidden() ? Optional.empty() : Optional.of("no NoEcho: " + readable);
  }

  private static void report(
      Resource resource, SecretProperty property, Setting secret, Findings findings) {
    // A parameter's default is told at the parameter.
    boolean written = secret.cases().stream().allMatch(c -> c.origin() == Origin.WRITTEN);
    findings.report(
        Problem.at(
                secret.place(),
                resource,
                "%s has its %s in plain text: whoever may read the template knows it"
                    .formatted(resource.name(), property.property()))
            .when(Truth.of(written).and(secret.is(SecretProperty::isSecret))));
  }
}
