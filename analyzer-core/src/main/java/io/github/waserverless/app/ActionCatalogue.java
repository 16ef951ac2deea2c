package io.github.waserverless.app;

import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.Locale;
import java.util.Optional;

/** The actions of all services. Source: AWS Service Authorization Reference. */
public final class ActionCatalogue {

  /** What an action does to the resources that it names. */
  public enum Access {
    /** Reads or lists them. */
    READ,
    /** Writes to them, but execution roles hold it for many resources by custom or by need. */
    ROUTINE,
    /** Changes them, their tags or who may use them. */
    WRITE
  }

  private static final String ANY = "*";

  private final Mapping table;

  private ActionCatalogue(Mapping table) {
    this.table = table;
  }

  /** The catalogue among what is known about AWS. */
  public static ActionCatalogue of(RuleData data) {
    return new ActionCatalogue(data.table("iam-actions"));
  }

  /**
   * What an action does that a policy could limit to single resources; empty for one that only
   * works on all of them, and for one that is not known.
   */
  public Optional<Access> scopable(String action) {
    int colon = action.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    String service = action.substring(0, colon).toLowerCase(Locale.ROOT);
    String name = action.substring(colon + 1);
    Optional<Mapping> known = section(table, "services").flatMap(s -> section(s, service));
    if (known.isEmpty()
        || holds(known.get(), "unscopable", name)
        || listed("treatAsUnscopable", service, name)) {
      return Optional.empty();
    }
    if (listed("noteOnly", service, name)) {
      return Optional.of(Access.ROUTINE);
    }
    return Optional.of(reads(known.get(), name) ? Access.READ : Access.WRITE);
  }

  private boolean reads(Mapping service, String name) {
    return holds(service, "read", name)
        || (!holds(service, "write", name)
            && table.get("readPrefixes").filter(p -> fits(p, name, ANY)).isPresent());
  }

  private boolean listed(String list, String service, String name) {
    return section(table, list).filter(l -> holds(l, service, name)).isPresent();
  }

  private static Optional<Mapping> section(Mapping mapping, String key) {
    return mapping.get(key).filter(Mapping.class::isInstance).map(Mapping.class::cast);
  }

  private static boolean holds(Mapping lists, String key, String name) {
    return lists.get(key).filter(list -> fits(list, name, "")).isPresent();
  }

  private static boolean fits(Value patterns, String name, String suffix) {
    return patterns instanceof Sequence list
        && list.items().stream()
            .anyMatch(
                item ->
                    item instanceof Scalar pattern
                        && PolicyStatement.matches(pattern.raw() + suffix, name));
  }
}
