package io.github.waserverless.rules.security;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.PolicyStatement;
import io.github.waserverless.app.ResourcePolicy;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.source.Location;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One statement of a resource policy: whether it lets more in than it should. */
record OpenStatement(ResourcePolicy policy, PolicyStatement statement, Application app) {

  private static final int MOST_NAMES = 2;
  private static final Pattern ALL_ACTIONS = Pattern.compile("\\*|\\w[\\w-]*:\\*");
  private static final Pattern SERVICE =
      Pattern.compile("[\\w.$\\{}:-]+\\.(amazonaws\\.com|\\$\\{AWS::URLSuffix})");

  /** What is wrong with it. */
  record Openness(Severity severity, Location place, String message, Truth truth) {}

  /** The gravest that is wrong with it. */
  Optional<Openness> openness() {
    return inverted().or(this::everybody).or(this::anyAction).or(this::anySource);
  }

  private Optional<Openness> inverted() {
    return inverted(
            "NotPrincipal", "allows everybody but those that NotPrincipal lists: strangers, too")
        .or(
            () ->
                inverted(
                    "NotAction",
                    "allows every action but those that NotAction lists: whatever comes later, too"));
  }

  private Optional<Openness> inverted(String key, String fact) {
    Setting written = statement.setting().get(key);
    return open(Severity.ERROR, written, fact, allowed(written.present()));
  }

  /** A bucket that everybody may read has a rule of its own. */
  private Optional<Openness> everybody() {
    if (policy.declaredBy().type().equals("AWS::S3::BucketPolicy") && statement.onlyReads()) {
      return Optional.empty();
    }
    return open(
        Severity.ERROR,
        statement.setting().get("Principal"),
        "allows everybody %s: no condition narrows it to an account or a source"
            .formatted(actions()),
        policy.opens(statement));
  }

  /** What the account's own principals may do is a matter of their roles. */
  private Optional<Openness> anyAction() {
    if (isTrust() || statement.principals().stream().anyMatch(this::isOwn)) {
      return Optional.empty();
    }
    for (Setting action : statement.actions()) {
      Truth truth =
          allowed(
              Truth.when(action.presence()).and(action.is(a -> ALL_ACTIONS.matcher(a).matches())));
      if (truth.canHold()) {
        return open(
            Severity.WARNING,
            action,
            "allows %s %s: that includes deletion, and whatever actions come later"
                .formatted(named(statement.principals()), named(List.of(action))),
            truth.and(statement.concernsEverybody().not()));
      }
    }
    return Optional.empty();
  }

  /** A service acts for whoever asks it to, unless the statement says for whom. */
  private Optional<Openness> anySource() {
    for (Setting service : services()) {
      Truth truth =
          allowed(
              Truth.when(service.presence())
                  .and(service.isLike(s -> SERVICE.matcher(s).matches()))
                  .and(statement.conditions().narrow().not()));
      if (!isTrust() && truth.canHold()) {
        return open(
            Severity.NOTE,
            service,
            "lets %s in for any source: other accounts can reach it through that service"
                .formatted(named(List.of(service))),
            truth);
      }
    }
    return Optional.empty();
  }

  private List<Setting> services() {
    return statement.setting().get("Principal", "Service").items();
  }

  private boolean isTrust() {
    return policy.declaredBy().type().equals("AWS::IAM::Role");
  }

  private boolean isOwn(Setting principal) {
    return principal.renderings().stream().anyMatch(p -> p.contains("${AWS::AccountId}"))
        || !app.targets(principal).isEmpty();
  }

  private Truth allowed(Truth truth) {
    return Truth.when(statement.setting().presence()).and(statement.allows()).and(truth);
  }

  private Optional<Openness> open(Severity severity, Setting at, String fact, Truth truth) {
    Resource owner = policy.declaredBy();
    return truth.canHold()
        ? Optional.of(new Openness(severity, at.place(), owner.name() + " " + fact, truth))
        : Optional.empty();
  }

  private String actions() {
    return isTrust() ? "to assume it" : named(statement.actions());
  }

  private static String named(List<Setting> settings) {
    List<String> names =
        settings.stream()
            .flatMap(s -> s.renderings().stream())
            .map(name -> name.equals("*") ? "every action" : name)
            .distinct()
            .toList();
    String shown = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
    return names.size() > MOST_NAMES
        ? shown + " and " + (names.size() - MOST_NAMES) + " more"
        : shown;
  }
}
