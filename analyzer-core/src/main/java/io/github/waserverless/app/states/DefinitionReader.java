package io.github.waserverless.app.states;

import io.github.waserverless.source.Location;
import io.github.waserverless.source.Notice;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.source.Span;
import io.github.waserverless.template.Case;
import io.github.waserverless.template.Documents;
import io.github.waserverless.template.Guard;
import io.github.waserverless.template.Origin;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Reads a definition of a state machine, wherever it stands. */
final class DefinitionReader {

  private final Resource machine;
  private final boolean named;
  private final Location place;
  private final Definitions into;
  private final Documents documents;

  /**
   * @param property the property that holds the definition, or names it
   * @param place where the template has that property
   */
  DefinitionReader(Resource machine, String property, Location place, Definitions into) {
    this.machine = machine;
    this.named = property.equals("DefinitionUri") || property.equals("DefinitionS3Location");
    this.place = place;
    this.into = into;
    this.documents = machine.scope().documents();
  }

  /** A definition that is there but cannot be seen. */
  void unknown() {
    unread(place, "is not known before deployment", false);
  }

  private void unread(Location at, String why, boolean invalid) {
    into.unread().add(new Unread(at, why, invalid));
  }

  void read(Value value, Guard when) {
    try {
      if (named) {
        readNamed(Setting.of(machine.scope(), value), when);
      } else {
        readHeld(value, when);
      }
    } catch (Placeholders.Exhausted e) {
      unread(place, e.problem(), false);
    }
  }

  private void readHeld(Value value, Guard when) {
    if (value instanceof Intrinsic call && call.is("ToJsonString")) {
      readHeld(call.argument(), when);
    } else if (value instanceof Mapping object) {
      Substitutions substitutions = Substitutions.of(machine);
      add(replaced(object, substitutions), when, Optional.empty(), substitutions);
    } else if (isText(value)) {
      readText(value, when);
    } else {
      Setting resolved = Setting.of(machine.scope(), value);
      List<Value> values = resolved.values();
      if (values.size() == 1 && (values.get(0) instanceof Mapping || isText(values.get(0)))) {
        readHeld(values.get(0), when);
      } else {
        unknown();
      }
    }
  }

  private static boolean isText(Value value) {
    return value instanceof Scalar
        || (value instanceof Intrinsic call
            && (call.is("Join") || (call.is("Sub") && DefinitionText.text(call).isPresent())));
  }

  private void readText(Value value, Guard when) {
    Substitutions substitutions = Substitutions.of(machine);
    DefinitionText text = new DefinitionText(substitutions, place, true);
    text.add(value);
    Documents.Tree tree = documents.json(new SourceFile(Path.of(""), place.file(), text.marked()));
    UnaryOperator<Location> home = home(value);
    if (isWhole(tree, text, home)) {
      Value moved = moved(tree.root().get(), home);
      add(text.filled(moved), when, Optional.empty(), substitutions);
    }
  }

  /** Whether a text could be read to its end; what was wrong with it is noted. */
  private boolean isWhole(Documents.Tree tree, DefinitionText text, UnaryOperator<Location> home) {
    for (Notice notice : tree.notices()) {
      Location at = home.apply(notice.location());
      if (notice.kind() == Notice.Kind.UNREADABLE) {
        String verb = notice.message().startsWith("not ") ? "is " : "has ";
        unread(at, verb + notice.message(), !text.bare());
        return false;
      }
      into.notices().add(Notice.notLookedAt(at, notice.message()));
    }
    if (tree.root().isEmpty()) {
      unread(place, "is empty", true);
    }
    return tree.root().isPresent();
  }

  /** Where a place in a text of the template is in that template. */
  private UnaryOperator<Location> home(Value value) {
    Optional<Scalar> text =
        value instanceof Intrinsic call
            ? call.is("Sub") ? DefinitionText.text(call) : Optional.empty()
            : Optional.of((Scalar) value);
    if (text.isEmpty()) {
      return at -> place;
    }
    Function<Span, Optional<Location>> places = documents.places(text.get());
    return at -> places.apply(at.span()).orElse(place);
  }

  private void readNamed(Setting location, Guard when) {
    Optional<String> path = location.text().certain().or(() -> assetOfTheCdk(location));
    if (path.isEmpty() && location.isMapping().canHold()) {
      unread(place, "is an object in S3", false);
    } else if (path.isEmpty()) {
      unknown();
    } else {
      Documents.LocalFile file = documents.file(path.get());
      file.content()
          .ifPresentOrElse(
              content -> readFile(content, when),
              () -> unread(place, "%s %s".formatted(path.get(), file.problem()), false));
    }
  }

  /** The CDK leaves what it uploads under this name beside the template. */
  private Optional<String> assetOfTheCdk(Setting location) {
    return location
        .get("Key")
        .text()
        .certain()
        .map(key -> "asset." + key)
        .filter(path -> documents.file(path).content().isPresent());
  }

  private void readFile(SourceFile file, Guard when) {
    boolean json = file.text().stripLeading().startsWith("{");
    Substitutions substitutions = Substitutions.of(machine);
    DefinitionText text = new DefinitionText(substitutions, place, json);
    text.literal(file.text());
    Documents.Tree tree = documents.tree(new SourceFile(file.path(), file.name(), text.marked()));
    if (isWhole(tree, text, UnaryOperator.identity())) {
      add(text.filled(tree.root().get()), when, Optional.of(file), substitutions);
    }
  }

  private void add(
      Value document, Guard when, Optional<SourceFile> file, Substitutions substitutions) {
    if (!(document instanceof Mapping)) {
      unread(place, "is no object", true);
      return;
    }
    Setting setting =
        new Setting(
            machine.scope(),
            List.of(new Case<>(when, document, Origin.WRITTEN)),
            document.location());
    into.read()
        .add(new Definition(Workflow.of(setting), when, file, place, substitutions.unused()));
  }

  private static Value replaced(Value value, Substitutions substitutions) {
    if (value instanceof Mapping mapping) {
      return new Mapping(
          mapping.entries().stream()
              .map(e -> new Mapping.Entry(e.key(), replaced(e.value(), substitutions)))
              .toList(),
          mapping.location());
    }
    if (value instanceof Sequence sequence) {
      return new Sequence(
          sequence.items().stream().map(item -> replaced(item, substitutions)).toList(),
          sequence.location());
    }
    if (value instanceof Intrinsic call) {
      // What it makes of its texts is not known here; the names in them count as used.
      replaced(call.argument(), substitutions);
      return value;
    }
    return value instanceof Scalar text ? substitutions.replaced(text) : value;
  }

  private static Value moved(Value value, UnaryOperator<Location> home) {
    Location at = home.apply(value.location());
    if (value instanceof Mapping mapping) {
      return new Mapping(
          mapping.entries().stream()
              .map(
                  e ->
                      new Mapping.Entry(
                          e.key().at(home.apply(e.key().location())), moved(e.value(), home)))
              .toList(),
          at);
    }
    if (value instanceof Sequence sequence) {
      return new Sequence(sequence.items().stream().map(i -> moved(i, home)).toList(), at);
    }
    return value instanceof Intrinsic call
        ? new Intrinsic(call.function(), moved(call.argument(), home), at)
        : value.at(at);
  }
}
