package io.github.waserverless.rules.security;

import static io.github.waserverless.rule.Pillar.SECURITY;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.ERROR;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.code.Expression;
import io.github.waserverless.code.flow.Reached;
import io.github.waserverless.code.flow.Site;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.flow.Site.CreationSite;
import io.github.waserverless.code.flow.Step;
import io.github.waserverless.code.program.SourceField;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.source.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A secret in the source is known to everybody who can read the repository or the archive. */
@RuleInfo(
    id = "WAS818",
    name = "secret-in-code",
    title = "Secret written into the code",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = SECURITY,
    severity = ERROR)
public final class SecretInCode implements Rule {

  private static final Set<String> CREDENTIALS =
      Set.of(
          "software.amazon.awssdk.auth.credentials.AwsBasicCredentials",
          "software.amazon.awssdk.auth.credentials.AwsSessionCredentials",
          "com.amazonaws.auth.BasicAWSCredentials",
          "com.amazonaws.auth.BasicSessionCredentials");

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      Set<Location> told = new HashSet<>();
      fields(handler)
          .forEach(
              f ->
                  report(
                      f.declaration().value().orElseThrow().location(),
                      f.name(),
                      handler,
                      told,
                      findings));
      handler
          .reach()
          .sites(CallSite.class)
          .filter(r -> CREDENTIALS.contains(r.site().receiver().name()))
          .filter(r -> isWritten(r, r.site().expression().arguments(), handler))
          .forEach(r -> credentials(r, handler, findings));
      handler
          .reach()
          .sites(CreationSite.class)
          .filter(r -> CREDENTIALS.contains(r.site().type().name()))
          .filter(r -> isWritten(r, r.site().expression().arguments(), handler))
          .forEach(r -> credentials(r, handler, findings));
    }
  }

  private static List<SourceField> fields(FunctionHandler handler) {
    List<SourceField> secrets = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    for (Step step : handler.reach().steps()) {
      if (seen.add(step.method().owner())) {
        step.method().owner().fields().stream()
            .filter(SecretInCode::holdsSecret)
            .forEach(secrets::add);
      }
    }
    return secrets;
  }

  private static boolean holdsSecret(SourceField field) {
    return field
        .declaration()
        .value()
        .filter(v -> v instanceof Expression.Literal l && isSecret(field.name(), l))
        .isPresent();
  }

  private static boolean isSecret(String name, Expression.Literal literal) {
    if (literal.kind() != Expression.LiteralKind.TEXT) {
      return false;
    }
    String words = name.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    return SecretWords.isToken(literal.text())
        || (SecretWords.isName(words)
            && SecretWords.canBeSecret(literal.text())
            && SecretWords.looksRandom(literal.text()));
  }

  private static boolean isWritten(
      Reached<? extends Site> at, List<Expression> arguments, FunctionHandler handler) {
    return arguments.size() > 1
        && arguments.stream()
            .allMatch(
                a ->
                    handler
                        .value(a, at)
                        .constant()
                        .filter(SecretWords::canBeSecret)
                        .filter(c -> !c.matches("(?i).*(local|test|dummy|fake|foo|example|x{3}).*"))
                        .isPresent());
  }

  private static void report(
      Location place,
      String field,
      FunctionHandler handler,
      Set<Location> told,
      Findings findings) {
    if (told.add(place)) {
      findings.report(
          Problem.at(
              place,
              handler,
              "%s has a secret in its code, in %s: whoever reads the code or the archive has it"
                  .formatted(handler.name(), field)));
    }
  }

  private static void credentials(
      Reached<? extends Site> at, FunctionHandler handler, Findings findings) {
    findings.report(
        Problem.in(
            handler,
            at,
            "%s has AWS credentials in its code: whoever reads the code or the archive has them"
                .formatted(handler.name())));
  }
}
