package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.flow.Site.FieldWrite;
import io.github.waserverless.code.library.LibraryTypes;
import io.github.waserverless.code.program.SourceField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A change of what a field holds: an assignment, or a call that changes the object in it.
 *
 * @param values what is put into it
 */
public record StateChange(
    SourceField field, Kind kind, List<Expression> values, Reached<? extends Site> reached) {

  /** How a field changes. */
  public enum Kind {
    /** It holds something else from then on. */
    REPLACED,
    /** Something is added to what it holds. */
    GROWN,
    /** Something is added to a cache: for each key once, or within limits. */
    CACHED,
    /** What it holds is emptied. */
    CLEARED
  }

  private static final Set<String> GROWS =
      Set.of(
          "put",
          "putAll",
          "putIfAbsent",
          "add",
          "addAll",
          "addFirst",
          "addLast",
          "push",
          "offer",
          "append",
          "insert",
          "compute",
          "merge",
          "addAndGet",
          "getAndAdd",
          "accumulate");

  private static final Set<String> REPLACES = Set.of("set", "getAndSet", "lazySet");

  private static final Set<String> CACHES =
      Set.of("com.github.benmanes.caffeine.cache.", "com.google.common.cache.");

  /** All changes of fields that a handler reaches in a phase. */
  public static List<StateChange> in(Reachability reach, Phase phase) {
    List<StateChange> all = new ArrayList<>();
    reach.sites(FieldWrite.class, phase).forEach(r -> all.add(ofWrite(r)));
    reach.sites(CallSite.class, phase).forEach(r -> ofCall(r, reach).ifPresent(all::add));
    return List.copyOf(all);
  }

  /** Whether some of the changes empty a field, or put a new object into it. */
  public static boolean clears(List<StateChange> changes, SourceField field) {
    return changes.stream()
        .filter(c -> c.field() == field)
        .anyMatch(
            c ->
                c.kind() == Kind.CLEARED
                    || (c.kind() == Kind.REPLACED
                        && c.values().stream().allMatch(Expression.Creation.class::isInstance)));
  }

  private static StateChange ofWrite(Reached<FieldWrite> r) {
    FieldWrite write = r.site();
    boolean element = !isField(write.expression().target());
    Kind kind = write.operator().equals("=") && !element ? Kind.REPLACED : Kind.GROWN;
    return new StateChange(write.field(), kind, write.value().stream().toList(), r);
  }

  private static boolean isField(Expression target) {
    return target instanceof Expression.Name || target instanceof Expression.Member;
  }

  private static Optional<StateChange> ofCall(Reached<CallSite> r, Reachability reach) {
    Expression.Call call = r.site().expression();
    Optional<SourceField> field = call.scope().flatMap(s -> reach.body(r.step()).field(s));
    if (field.isEmpty()) {
      return Optional.empty();
    }
    return kind(r.site().receiver(), call.name())
        .map(kind -> new StateChange(field.get(), kind, call.arguments(), r));
  }

  private static Optional<Kind> kind(TypeName type, String method) {
    if (CACHES.stream().anyMatch(type.name()::startsWith)) {
      return GROWS.contains(method) || method.equals("get")
          ? Optional.of(Kind.CACHED)
          : Optional.empty();
    }
    if (!isContainer(type)) {
      return Optional.empty();
    }
    if (method.equals("computeIfAbsent")) {
      return Optional.of(Kind.CACHED);
    }
    if (method.equals("clear") || method.equals("setLength")) {
      return Optional.of(Kind.CLEARED);
    }
    if (REPLACES.contains(method)) {
      return Optional.of(Kind.REPLACED);
    }
    return GROWS.contains(method) ? Optional.of(Kind.GROWN) : Optional.empty();
  }

  private static boolean isContainer(TypeName type) {
    return type.name().startsWith("java.util.concurrent.atomic.")
        || type.name().equals("java.lang.StringBuilder")
        || type.name().equals("java.lang.StringBuffer")
        || LibraryTypes.shipped().withSupertypes(type).stream()
            .anyMatch(
                t -> t.name().equals("java.util.Collection") || t.name().equals("java.util.Map"));
  }
}
