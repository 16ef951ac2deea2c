package io.github.waserverless.rules.security;

import static io.github.waserverless.rule.Severity.ERROR;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.ActionCatalogue;
import io.github.waserverless.app.Application;
import io.github.waserverless.app.IdentityPolicy;
import io.github.waserverless.app.PolicyStatement;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.source.Location;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What wildcards make of a statement that grants something.
 *
 * @param statement the statement
 * @param policy the policy that it is one of
 * @param narrowed whether conditions or a permissions boundary keep the grant smaller than it looks
 * @param catalogue what the actions do
 */
record WideGrant(
    PolicyStatement statement, IdentityPolicy policy, boolean narrowed, ActionCatalogue catalogue) {

  private static final int MOST_NAMES = 2;
  private static final String PASSED_TO = "iam:PassedToService";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}]*}");
  // Everybody writes logs and traces, and what the patterns add does no harm.
  private static final Set<String> HARMLESS = Set.of("logs", "xray");

  /**
   * One half of a grant that a wildcard widens.
   *
   * @param what the actions that are too many
   * @param place the wildcard
   * @param truth whether it is deployed
   */
  record Width(Severity severity, String what, Location place, Truth truth) {}

  static WideGrant of(PolicyStatement statement, IdentityPolicy policy, Application app) {
    List<Resource> roles = policy.roles();
    boolean bounded =
        !roles.isEmpty()
            && roles.stream()
                .noneMatch(r -> r.property("PermissionsBoundary").absent().alwaysHolds());
    return new WideGrant(
        statement,
        policy,
        bounded || statement.hasConditions().canHold(),
        ActionCatalogue.of(app.data()));
  }

  String subject() {
    Resource declaredBy = statement.declaredBy();
    return declaredBy.declared()
        ? declaredBy.name() + " allows"
        : "The policies of " + declaredBy.name() + " allow";
  }

  /** The actions by which a role can give itself more, if it may take them on all resources. */
  Optional<Width> byEscalation() {
    List<Setting> actions =
        statement.actions().stream()
            .filter(a -> a.text().values().stream().anyMatch(this::escalates))
            .toList();
    Optional<Setting> everything = everything();
    if (actions.isEmpty() || everything.isEmpty()) {
      return Optional.empty();
    }
    Truth any =
        actions.stream().map(a -> given(a, a.is(this::escalates))).reduce(Truth.NO, Truth::or);
    Setting all = everything.get();
    return width(ERROR, listed(actions), actions.get(0), given(all, isEverything(all)).and(any));
  }

  /** All actions at once are a matter of their wildcard. */
  private boolean escalates(String action) {
    return action.contains(":")
        && !action.equals("*:*")
        && (Escalation.grants(action)
            || (Escalation.passesRoles(action) && !statement.conditions().name(PASSED_TO)));
  }

  /** The widest of its action patterns. */
  Optional<Width> byAction() {
    Setting not = statement.setting().get("NotAction");
    if (not.present().canHold()) {
      return width(
          ERROR, "everything but " + String.join(", ", not.renderings()), not, not.present());
    }
    Map<Severity, List<Setting>> patterns = new TreeMap<>(Comparator.reverseOrder());
    for (Setting action : statement.actions()) {
      action.text().values().stream()
          .flatMap(text -> severity(text).stream())
          .max(Comparator.naturalOrder())
          .ifPresent(s -> patterns.computeIfAbsent(s, k -> new ArrayList<>()).add(action));
    }
    return patterns.entrySet().stream().findFirst().flatMap(e -> width(e.getKey(), e.getValue()));
  }

  private Optional<Width> width(Severity severity, List<Setting> patterns) {
    Truth any =
        patterns.stream()
            .map(p -> given(p, p.is(t -> severity(t).filter(severity::equals).isPresent())))
            .reduce(Truth.NO, Truth::or);
    return width(severity, listed(patterns), patterns.get(0), any);
  }

  private Optional<Severity> severity(String action) {
    if (escalates(action) && everything().isPresent()) {
      return Optional.empty();
    }
    if (action.equals("*") || action.equals("*:*")) {
      return Optional.of(ERROR);
    }
    int colon = action.indexOf(':');
    String service = action.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT);
    String name = action.substring(colon + 1);
    if (colon < 0 || HARMLESS.contains(service) || !name.contains("*")) {
      return Optional.empty();
    }
    if (name.equals("*")) {
      return Optional.of(service.equals("execute-api") ? NOTE : WARNING);
    }
    return Optional.of(NOTE);
  }

  /** The resources that are all there are, if an action could be limited to less. */
  Optional<Width> byResource() {
    List<Setting> writing = actions(ActionCatalogue.Access.WRITE);
    List<Setting> others = new ArrayList<>(actions(ActionCatalogue.Access.READ));
    others.addAll(actions(ActionCatalogue.Access.ROUTINE));
    List<Setting> actions = writing.isEmpty() ? others : writing;
    Truth covered =
        actions.stream()
            .map(a -> given(a, a.is(text -> scopable(text).isPresent())))
            .reduce(Truth.NO, Truth::or);
    return everything()
        .filter(everything -> !actions.isEmpty())
        .flatMap(
            everything ->
                width(
                    writing.isEmpty() ? NOTE : WARNING,
                    listed(actions),
                    everything,
                    given(everything, isEverything(everything)).and(covered)));
  }

  private List<Setting> actions(ActionCatalogue.Access access) {
    return statement.actions().stream()
        .filter(
            action ->
                action.text().values().stream()
                    .anyMatch(text -> scopable(text).filter(access::equals).isPresent()))
        .toList();
  }

  private Optional<ActionCatalogue.Access> scopable(String action) {
    return action.contains("*") || escalates(action) || policy.deniesEverywhere(action)
        ? Optional.empty()
        : catalogue.scopable(action);
  }

  /** The resource that stands for all of a service, or of all services. */
  Optional<Setting> everything() {
    return statement.resources().stream().filter(r -> isEverything(r).canHold()).findFirst();
  }

  private static Truth isEverything(Setting resource) {
    return resource.isLike(WideGrant::isEverything);
  }

  private static boolean isEverything(String resource) {
    String[] parts = PLACEHOLDER.matcher(resource).replaceAll("x").split(":", 6);
    return resource.equals("*")
        || (parts.length == 6
            && !parts[2].equals("logs")
            && parts[5].contains("*")
            && parts[5].matches("[*:/]+"));
  }

  private Optional<Width> width(Severity severity, String what, Setting at, Truth truth) {
    Truth granted = given(statement.setting(), truth.and(statement.allows()));
    if (!granted.canHold() || (narrowed && severity == NOTE)) {
      return Optional.empty();
    }
    Severity stated = !narrowed ? severity : severity == ERROR ? WARNING : NOTE;
    return Optional.of(new Width(stated, what, at.place(), granted));
  }

  /** What is said of a setting holds only where the setting is. */
  private static Truth given(Setting setting, Truth truth) {
    return Truth.when(setting.presence()).and(truth);
  }

  private static String listed(List<Setting> actions) {
    List<String> names =
        actions.stream()
            .flatMap(a -> a.text().values().stream())
            .map(name -> name.equals("*") ? "every action" : name)
            .distinct()
            .toList();
    String shown = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
    return names.size() > MOST_NAMES
        ? shown + " and " + (names.size() - MOST_NAMES) + " more"
        : shown;
  }
}
