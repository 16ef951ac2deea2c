package io.github.waserverless.app.states;

import io.github.waserverless.source.Location;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.template.Guard;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * The definition of a state machine: what its template holds, or a file that it names.
 *
 * @param workflow its states
 * @param when under which condition it is the machine's definition
 * @param file the file that it stands in, unless that is the template
 * @param place where the template says which definition it is
 * @param unusedNames the names of {@code DefinitionSubstitutions} that it does not mention
 */
public record Definition(
    Workflow workflow,
    Guard when,
    Optional<SourceFile> file,
    Location place,
    List<Scalar> unusedNames) {

  /** The whole document. */
  public Setting document() {
    return workflow.setting();
  }

  /** All states, also those within Parallel and Map states, in the order of the source. */
  public List<State> states() {
    return workflow.all();
  }

  /** Whether this is the machine's definition. */
  public Truth applies() {
    return Truth.when(when);
  }

  /** Where it begins: its first state is named there. */
  public Location head() {
    Setting first = document().get("StartAt");
    return first.present().canHold() ? first.place() : place;
  }

  /**
   * The names in it, each once, that nothing replaces: not those in commands, where a shell does.
   */
  public Map<String, Location> unboundNames() {
    Map<String, Location> names = new LinkedHashMap<>();
    document().values().forEach(root -> collectNames(root, names));
    return names;
  }

  private static void collectNames(Value value, Map<String, Location> into) {
    if (value instanceof Mapping mapping) {
      mapping.entries().forEach(e -> collectNames(e.value(), into));
    } else if (value instanceof Sequence sequence) {
      sequence.items().forEach(item -> collectNames(item, into));
    } else if (value instanceof Intrinsic call
        && call.is(DefinitionText.UNBOUND)
        && call.argument() instanceof Scalar name) {
      into.putIfAbsent(name.raw(), call.location());
    } else if (value instanceof Intrinsic call && call.is("Join")) {
      collectNames(call.argument(), into);
    } else if (value instanceof Scalar text && !text.raw().contains(" ")) {
      Matcher found = Substitutions.NAME.matcher(text.raw());
      while (found.find()) {
        into.putIfAbsent(found.group(1), text.location());
      }
    }
  }

  /** {@code TimeoutSeconds} of a whole execution. */
  public Setting timeout() {
    return document().get("TimeoutSeconds");
  }
}
