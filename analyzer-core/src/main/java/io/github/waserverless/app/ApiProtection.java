package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.List;

/** What keeps strangers from an API as a whole, whatever its routes ask. */
public final class ApiProtection {

  private static final String POLICY = "x-amazon-apigateway-policy";
  private static final String CUSTOM = "CustomStatements";

  private record DomainUse(String mapping, String api, String domain) {}

  private static final List<DomainUse> DOMAIN_USES =
      List.of(
          new DomainUse(
              "AWS::ApiGateway::BasePathMapping", "RestApiId", "AWS::ApiGateway::DomainName"),
          new DomainUse("AWS::ApiGatewayV2::ApiMapping", "ApiId", "AWS::ApiGatewayV2::DomainName"));

  private final Application app;

  /** What keeps strangers from the APIs of an application. */
  public ApiProtection(Application app) {
    this.app = app;
  }

  /** Whether an API is private, limited by its policy, or wants a certificate of its clients. */
  public Truth of(Resource api) {
    return isPrivate(api).or(isLimitedByPolicy(api)).or(wantsCertificate(api));
  }

  /** Whether only VPCs reach an API. */
  public static Truth isPrivate(Resource api) {
    return api.property("EndpointConfiguration", "Types").anyItem(type -> type.is("PRIVATE"));
  }

  private static Truth isLimitedByPolicy(Resource api) {
    ResourcePolicy policy = ResourcePolicy.ofApi(api);
    Truth open = Truth.NO;
    for (PolicyStatement statement : policy.statements()) {
      open = open.or(policy.opens(statement));
    }
    Setting sam = api.property("Auth", "ResourcePolicy");
    Truth lists = Truth.NO;
    for (Setting.Named entry : sam.entries()) {
      lists = entry.name().equals(CUSTOM) ? lists : lists.or(entry.setting().present());
    }
    Truth written =
        api.property("Policy")
            .present()
            .or(ApiDocument.of(api).get(POLICY).present())
            .or(sam.present());
    return lists.or(written.and(open.not()));
  }

  private Truth wantsCertificate(Resource api) {
    Truth wants = api.property("Domain", "MutualTlsAuthentication").present();
    for (DomainUse use : DOMAIN_USES) {
      for (Resource mapping : app.referring(api, use.mapping(), use.api())) {
        for (Resource domain : app.resources(use.domain())) {
          if (means(mapping.property("DomainName"), domain)) {
            wants = wants.or(domain.property("MutualTlsAuthentication").present());
          }
        }
      }
    }
    return wants;
  }

  /** A domain is meant by reference, or by the name that both of them have. */
  private boolean means(Setting name, Resource domain) {
    List<String> names = name.renderings();
    return app.refersTo(name, domain)
        || (!names.isEmpty() && names.equals(domain.property("DomainName").renderings()));
  }
}
