package io.github.waserverless.app;

import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What AWS's own managed policies grant. Source: AWS Managed Policy Reference Guide. */
public final class ManagedPolicyCatalogue {

  /** How far a managed policy reaches. */
  public enum Reach {
    /** Everything, or everything that makes everything possible. */
    ADMINISTRATION,
    /** All actions of a service, on all of its resources. */
    FULL,
    /** What reads, on all resources of a service. */
    READ,
    /** What an execution role needs to do its work. */
    ROUTINE
  }

  private static final Pattern ARN =
      Pattern.compile("arn:(aws[\\w-]*|\\$\\{[^}]*}):iam::aws:policy/(.+)");
  private static final Map<String, Reach> CLASSES =
      Map.of("admin", Reach.ADMINISTRATION, "full", Reach.FULL, "exempt", Reach.ROUTINE);

  private final Map<String, Reach> known = new HashMap<>();
  private final Mapping table;

  private ManagedPolicyCatalogue(Mapping table) {
    this.table = table;
    if (table.get("policies").orElse(null) instanceof Sequence policies) {
      policies.items().stream()
          .filter(Mapping.class::isInstance)
          .map(Mapping.class::cast)
          .forEach(
              policy ->
                  text(policy, "class")
                      .map(CLASSES::get)
                      .ifPresent(reach -> known.put(text(policy, "name").orElse(""), reach)));
    }
  }

  /** The catalogue among what is known about AWS. */
  static ManagedPolicyCatalogue of(RuleData data) {
    return data.made(
        ManagedPolicyCatalogue.class, "aws-managed-policies", ManagedPolicyCatalogue::new);
  }

  private static Optional<String> text(Mapping mapping, String key) {
    return mapping
        .get(key)
        .filter(Scalar.class::isInstance)
        .map(Scalar.class::cast)
        .map(Scalar::raw);
  }

  /** The name of one of AWS's own policies in its ARN, in whichever partition. */
  static Optional<String> name(String arn) {
    Matcher matcher = ARN.matcher(arn);
    return matcher.matches() ? Optional.of(matcher.group(2)) : Optional.empty();
  }

  /** How far a policy reaches; empty for one that is not known. */
  public Optional<Reach> reach(String name) {
    return Optional.ofNullable(known.get(name))
        .or(() -> fits("fullPattern", name) ? Optional.of(Reach.FULL) : Optional.empty())
        .or(() -> fits("readPattern", name) ? Optional.of(Reach.READ) : Optional.empty());
  }

  private boolean fits(String pattern, String name) {
    return text(table, pattern).filter(p -> PolicyStatement.matches(p, name)).isPresent();
  }
}
