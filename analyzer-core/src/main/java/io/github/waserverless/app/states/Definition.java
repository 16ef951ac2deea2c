package io.github.waserverless.app.states;

import io.github.waserverless.source.Location;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.template.Guard;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import io.github.waserverless.tree.Scalar;
import java.util.List;
import java.util.Optional;

/**
 * The definition of a state machine: what its template holds, or a file that it names.
 *
 * @param workflow its states
 * @param when under which condition it is the machine's definition
 * @param file the file that it stands in, unless that is the template
 * @param place where the template says which definition it is
 * @param unusedNames the names of {@code DefinitionSubstitutions} that it does not mention
 * @param substituted whether the template has {@code DefinitionSubstitutions}
 */
public record Definition(
    Workflow workflow,
    Guard when,
    Optional<SourceFile> file,
    Location place,
    List<Scalar> unusedNames,
    boolean substituted) {

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

  /** {@code TimeoutSeconds} of a whole execution. */
  public Setting timeout() {
    return document().get("TimeoutSeconds");
  }
}
