package io.github.waserverless.template;

import io.github.waserverless.source.Location;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.PartialText;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What a property may be at deployment: absent, known or not known, under each condition.
 *
 * @param scope the template that gives names their meaning
 * @param cases the possible values; null is absent, an {@link Intrinsic} is not known
 * @param place where the property is written, or what lacks it
 */
public record Setting(Scope scope, List<Case<Value>> cases, Location place) {

  /** A value as written, at its own place. */
  public static Setting of(Scope scope, Value value) {
    return new Setting(scope, scope.resolve(value), value.location());
  }

  /** A property that nobody wrote. */
  public static Setting absent(Scope scope, Location place) {
    return of(scope, new Scalar("", false, place), place);
  }

  /** A property of which nothing is known but that it may exist. */
  public static Setting unknown(Scope scope, Location place) {
    return of(scope, new Intrinsic(Reading.UNKNOWN, Scalar.text("", place), place), place);
  }

  private static Setting of(Scope scope, Value value, Location place) {
    return new Setting(scope, List.of(Case.always(value)), place);
  }

  /** The setting under a path of keys. */
  public Setting get(String... path) {
    Setting setting = this;
    for (String key : path) {
      setting = setting.under(key);
    }
    return setting;
  }

  private Setting under(String key) {
    List<Case<Value>> found = new ArrayList<>();
    Location at = place;
    for (Case<Value> c : cases) {
      if (!(c.value() instanceof Mapping mapping)) {
        found.add(c.value() instanceof Intrinsic ? c : c.with(nothing(c.value())));
        continue;
      }
      Optional<Mapping.Entry> entry = mapping.entry(key);
      if (entry.isPresent()) {
        at = entry.get().place();
        addUnder(c, scope.resolve(entry.get().value()), found);
      } else {
        found.add(c.with(mapping.get("Fn::Transform").orElse(nothing(mapping))));
      }
    }
    return new Setting(scope, found, at);
  }

  private static void addUnder(Case<Value> outer, List<Case<Value>> inner, List<Case<Value>> into) {
    for (Case<Value> c : inner) {
      Case<Value> both = outer.and(c, c.value());
      if (both.when().possible()) {
        into.add(both);
      }
    }
  }

  private static Value nothing(Value at) {
    return new Scalar("", false, at.location());
  }

  /** The items of a list; a single value stands for a list of one, an absent one for none. */
  public List<Setting> items() {
    List<Setting> items = new ArrayList<>();
    for (Case<Value> c : cases) {
      if (c.value() instanceof Sequence sequence) {
        sequence.items().forEach(item -> items.add(item(c, item)));
      } else if (!Reading.isAbsent(c.value())) {
        items.add(new Setting(scope, List.of(c), place));
      }
    }
    return items;
  }

  /** How many items a list has at least: those that are certain to be there. */
  public Possible<Integer> size() {
    return new Possible<>(
        Case.each(
            cases,
            value ->
                value instanceof Sequence sequence
                    ? Optional.of(sizeOf(sequence))
                    : Reading.isAbsent(value) ? Optional.of(0) : Optional.empty()));
  }

  private int sizeOf(Sequence list) {
    int size = 0;
    for (Value item : list.items()) {
      size += of(scope, item).present().alwaysHolds() ? 1 : 0;
    }
    return size;
  }

  private Setting item(Case<Value> list, Value item) {
    List<Case<Value>> found = new ArrayList<>();
    addUnder(list, scope.resolve(item), found);
    return new Setting(scope, found, Places.of(item));
  }

  /** Whether at least one item of a list passes a test; a missing one does not. */
  public Truth anyItem(Function<Setting, Truth> test) {
    Truth any = Truth.NO;
    for (Setting item : items()) {
      any = any.or(Truth.when(item.presence()).and(test.apply(item)));
    }
    return any;
  }

  /** The entries of a mapping: each key with its setting. */
  public List<Named> entries() {
    List<Named> named = new ArrayList<>();
    for (Case<Value> c : cases) {
      if (c.value() instanceof Mapping mapping) {
        for (Mapping.Entry entry : mapping.entries()) {
          List<Case<Value>> found = new ArrayList<>();
          addUnder(c, scope.resolve(entry.value()), found);
          named.add(new Named(entry.name(), new Setting(scope, found, entry.place())));
        }
      }
    }
    return named;
  }

  /** A setting by its key. */
  public record Named(String name, Setting setting) {}

  /** Whether nothing is written, or {@code AWS::NoValue}. */
  public Truth absent() {
    return new Truth(Case.each(cases, Reading::absent));
  }

  /** Whether something is written, known or not. */
  public Truth present() {
    return absent().not();
  }

  /** Whether the text passes a test; an absent one does not. */
  public Truth is(Predicate<String> test) {
    return new Truth(
        Case.each(
            cases,
            value ->
                Reading.isAbsent(value)
                    ? Optional.of(false)
                    : Reading.text(value).map(test::test)));
  }

  /**
   * Whether the text passes a test that does not mind what deployment fills in: it sees <code>${…}
   * </code> there. An absent one does not.
   */
  public Truth isLike(Predicate<String> test) {
    return new Truth(
        Case.each(
            cases,
            value ->
                Reading.isAbsent(value)
                    ? Optional.of(false)
                    : value instanceof Scalar || value instanceof PartialText
                        ? Optional.of(test.test(Rendering.of(value)))
                        : Optional.empty()));
  }

  /** Whether it is this text. */
  public Truth is(String text) {
    return is(text::equals);
  }

  /** Whether it is switched on; absent is off. */
  public Truth isTrue() {
    return new Truth(
        Case.each(
            cases,
            value ->
                Reading.isAbsent(value)
                    ? Optional.of(false)
                    : Reading.text(value).flatMap(Reading::yesOrNo)));
  }

  /** The text; not known where absent. */
  public Possible<String> text() {
    return new Possible<>(Case.each(cases, Reading::text));
  }

  /** The number, or {@code whenAbsent}; not known where it is no number. */
  public Possible<Double> number(double whenAbsent) {
    return new Possible<>(
        Case.each(
            cases,
            value ->
                Reading.isAbsent(value)
                    ? Optional.of(whenAbsent)
                    : Reading.text(value).flatMap(Reading::number)));
  }

  /** The setting with JSON that is written as text read as what it says. */
  public Setting document() {
    return changed(value -> EmbeddedJson.read(value, scope.documents()));
  }

  /** The setting with its known text changed. */
  public Setting withText(UnaryOperator<String> change) {
    return changed(
        value ->
            value instanceof Scalar text && !Reading.isAbsent(text)
                ? Scalar.text(change.apply(text.raw()), text.location())
                : value);
  }

  private Setting changed(Function<Value, Value> change) {
    return new Setting(scope, Case.each(cases, change), place);
  }

  /** Whether it is a mapping; absent is none. */
  public Truth isMapping() {
    return new Truth(
        Case.each(
            cases,
            value ->
                value instanceof Intrinsic || value instanceof PartialText
                    ? Optional.empty()
                    : Optional.of(value instanceof Mapping)));
  }

  /** All names that any of the possible values refers to. */
  public Set<Reference> references() {
    Set<Reference> references = new LinkedHashSet<>();
    cases.forEach(c -> references.addAll(Reference.in(c.value())));
    return references;
  }

  /** The values that may be deployed: neither absent nor impossible. */
  public List<Value> values() {
    List<Value> values = new ArrayList<>(cases.size());
    for (Case<Value> c : cases) {
      if (!Reading.isAbsent(c.value())) {
        values.add(c.value());
      }
    }
    return values;
  }

  /** Each possible value as text, with what deployment fills in as <code>${…}</code>. */
  public List<String> renderings() {
    return values().stream().map(Rendering::of).distinct().toList();
  }

  /** The condition under which something is written here. */
  public Guard presence() {
    Guard presence = Guard.NEVER;
    for (Case<Value> c : cases) {
      if (!Reading.isAbsent(c.value())) {
        presence = presence.or(c.when());
      }
    }
    return presence;
  }
}
