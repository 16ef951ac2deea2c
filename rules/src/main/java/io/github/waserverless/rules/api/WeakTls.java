package io.github.waserverless.rules.api;

import static io.github.waserverless.rule.Pillar.SECURITY;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import java.util.List;

/** A domain should not offer versions of TLS that have been broken. */
@RuleInfo(
    id = "WAS814",
    name = "api-weak-tls",
    title = "Domain that accepts TLS 1.0",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = SECURITY,
    severity = WARNING)
public final class WeakTls implements Rule {

  private static final String WEAK = "TLS_1_0";
  private static final List<String> APIS =
      List.of("AWS::ApiGateway::RestApi", "AWS::ApiGatewayV2::Api");

  @Override
  public void check(Application app, Findings findings) {
    for (Resource domain : app.resources("AWS::ApiGateway::DomainName")) {
      report(domain, domain.property("SecurityPolicy"), findings);
    }
    for (Resource domain : app.resources("AWS::ApiGatewayV2::DomainName")) {
      for (Setting configuration : domain.property("DomainNameConfigurations").items()) {
        report(domain, configuration.get("SecurityPolicy"), findings);
      }
    }
    for (String type : APIS) {
      for (Resource api : app.resources(type)) {
        report(api, api.property("Domain", "SecurityPolicy"), findings);
      }
    }
  }

  private static void report(Resource resource, Setting policy, Findings findings) {
    findings.report(
        Problem.at(
                policy.place(),
                resource,
                "%s accepts TLS 1.0 and 1.1: known attacks on them reveal what is sent"
                    .formatted(resource.name()))
            .when(policy.is(WEAK)));
  }
}
