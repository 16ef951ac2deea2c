package io.github.waserverless.rules.security;

import static io.github.waserverless.rule.Pillar.SECURITY;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A function URL that asks nobody who they are runs the function for everybody. */
@RuleInfo(
    id = "WAS809",
    name = "function-url-without-auth",
    title = "Function URL without authorization",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = SECURITY,
    severity = WARNING)
public final class OpenFunctionUrl implements Rule {

  private static final String URL = "AWS::Lambda::Url";
  private static final String NONE = "NONE";
  // Who calls those signs what it sends; it cannot sign in.
  private static final Pattern WEBHOOK =
      Pattern.compile("(?i).*(web-?_?hook|callback|stripe|git-?_?hub|slack|twilio|telegram).*");

  @Override
  public void check(Application app, Findings findings) {
    for (Resource url : app.resources(URL)) {
      report(url, url.property("AuthType"), url.property("TargetFunctionArn"), app, findings);
    }
    for (Resource permission : app.resources("AWS::Lambda::Permission")) {
      Setting function = permission.property("FunctionName");
      if (permission.declared()
          && permission.property("Principal").is("*").alwaysHolds()
          && !hasUrl(function, app)) {
        report(permission, permission.property("FunctionUrlAuthType"), function, app, findings);
      }
    }
  }

  /** The URL itself tells more than the permission that it needs. */
  private static boolean hasUrl(Setting function, Application app) {
    return app.targets(function).stream()
        .flatMap(target -> app.function(target).stream())
        .anyMatch(f -> !app.referring(f.resource(), URL, "TargetFunctionArn").isEmpty());
  }

  private static void report(
      Resource resource, Setting type, Setting target, Application app, Findings findings) {
    List<Resource> functions =
        app.targets(target).stream()
            .flatMap(t -> app.function(t).stream())
            .map(f -> f.resource())
            .toList();
    String name = functions.isEmpty() ? "The function" : functions.get(0).name();
    boolean signed =
        functions.stream()
            .flatMap(OpenFunctionUrl::names)
            .anyMatch(n -> WEBHOOK.matcher(n).matches());
    findings.report(
        Problem.at(
                type.place(),
                resource,
                "%s answers on a URL without authorization: anyone may invoke it, at your cost"
                    .formatted(name))
            .when(type.is(NONE))
            .as(signed ? NOTE : WARNING));
  }

  private static Stream<String> names(Resource function) {
    return Stream.concat(
        Stream.of(function.logicalId()),
        Stream.of("FunctionName", "Handler", "Description")
            .flatMap(property -> function.property(property).renderings().stream()));
  }
}
