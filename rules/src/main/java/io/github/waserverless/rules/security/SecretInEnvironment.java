package io.github.waserverless.rules.security;

import static io.github.waserverless.rule.Pillar.SECURITY;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.ERROR;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.EnvironmentVariable;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.template.Parameter;
import io.github.waserverless.template.Reference;
import io.github.waserverless.template.Truth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whoever may describe a function may read its environment. */
@RuleInfo(
    id = "WAS816",
    name = "secret-in-environment",
    title = "Secret in the environment of a function",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = SECURITY,
    severity = ERROR)
public final class SecretInEnvironment implements Rule {

  private static final Pattern RESOLVED =
      Pattern.compile(
          ".*\\{\\{resolve:(secretsmanager|ssm-secure):"
              + "(?!.*:SecretString:(username|user|host|port|dbname|engine)\\b).*",
          Pattern.DOTALL);

  /** The attributes of resources that are secrets. */
  private static final Map<String, String> ISSUED =
      Map.of(
          "AWS::Cognito::UserPoolClient", "ClientSecret",
          "AWS::IAM::AccessKey", "SecretAccessKey");

  @Override
  public void check(Application app, Findings findings) {
    for (LambdaFunction function : app.functions()) {
      for (EnvironmentVariable variable : EnvironmentVariable.of(function)) {
        check(function, variable, app, findings);
      }
    }
  }

  private static void check(
      LambdaFunction function, EnvironmentVariable variable, Application app, Findings findings) {
    Truth written = isWritten(variable, app);
    boolean hidden = variable.parameters().stream().anyMatch(Parameter::hidden);
    boolean resolved =
        isIssued(variable, app)
            || variable.value().renderings().stream().anyMatch(v -> RESOLVED.matcher(v).matches());
    if (resolved) {
      report(function, variable, "as deployment resolves it", Truth.YES, NOTE, findings);
    } else if (hidden) {
      report(function, variable, "from a NoEcho parameter", Truth.YES, WARNING, findings);
    } else {
      report(function, variable, "as written in the template", written, ERROR, findings);
    }
  }

  private static boolean isIssued(EnvironmentVariable variable, Application app) {
    Set<Reference> references = variable.value().references();
    return app.targets(variable.value()).stream()
        .anyMatch(
            issuer ->
                references.stream().anyMatch(r -> r.attribute().equals(ISSUED.get(issuer.type()))));
  }

  /** A name of something that the application declares is no secret. */
  private static Truth isWritten(EnvironmentVariable variable, Application app) {
    boolean named = SecretWords.isName(variable.name());
    if (!app.targets(variable.value()).isEmpty()) {
      return Truth.NO;
    }
    return variable
        .value()
        .is(v -> SecretWords.isToken(v) || (named && SecretWords.canBeSecret(v)));
  }

  private static void report(
      LambdaFunction function,
      EnvironmentVariable variable,
      String how,
      Truth truth,
      Severity severity,
      Findings findings) {
    String fact =
        "%s %s in plain text: whoever may describe the function can read it"
            .formatted(variable.name(), how);
    findings.report(
        Problem.at(
                variable.value().place(),
                function.resource(),
                "%s has %s".formatted(function.name(), fact))
            .when(truth)
            .as(severity)
            .grouped(
                new Grouping("functions", "have " + fact, Optional.of(variable.value().place()))));
  }
}
