package io.github.waserverless.rules.api;

import static io.github.waserverless.rule.Pillar.SECURITY;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.ApiStage;
import io.github.waserverless.app.Application;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;

/** Answers that are kept should be kept unreadable. */
@RuleInfo(
    id = "WAS815",
    name = "api-cache-unencrypted",
    title = "API cache without encryption",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = SECURITY,
    severity = WARNING)
public final class UnencryptedCache implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (ApiStage stage : ApiStage.in(app)) {
      if (stage.protocol() == ApiStage.Protocol.REST) {
        check(stage, findings);
      }
    }
  }

  private static void check(ApiStage stage, Findings findings) {
    Setting cluster = stage.property("CacheClusterEnabled");
    Setting methods = stage.property("MethodSettings");
    Truth caching = methods.anyItem(UnencryptedCache::caches);
    Truth open = methods.anyItem(m -> caches(m).and(isEncrypted(m).not()));
    Truth encrypted = methods.anyItem(UnencryptedCache::isEncrypted);
    Setting place =
        methods.items().stream()
            .filter(m -> caches(m).and(isEncrypted(m).not()).canHold())
            .map(m -> m.get("CachingEnabled"))
            .findFirst()
            .orElse(cluster);
    findings.report(
        Problem.at(
                place.place(),
                stage.resource(),
                "%s caches answers without encryption: what they hold lies readable in the cache"
                    .formatted(stage.name()))
            .when(open.or(cluster.isTrue().and(caching.not()).and(encrypted.not()))));
  }

  private static Truth caches(Setting method) {
    return method.get("CachingEnabled").isTrue();
  }

  private static Truth isEncrypted(Setting method) {
    return method.get("CacheDataEncrypted").isTrue();
  }
}
