package io.github.waserverless.app.states;

import io.github.waserverless.source.Notice;
import io.github.waserverless.template.Guard;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Scope;
import io.github.waserverless.template.Setting;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * What a state machine is defined by: mostly one definition, several where conditions choose.
 *
 * @param read those that could be read
 * @param unread those that could not, and why
 * @param notices what in those that were read was not looked at
 */
public record Definitions(List<Definition> read, List<Unread> unread, List<Notice> notices) {

  private static final List<String> PROPERTIES =
      List.of("DefinitionString", "Definition", "DefinitionUri", "DefinitionS3Location");

  /** The definitions of an AWS::StepFunctions::StateMachine, SAM's included. */
  public static Definitions of(Resource machine) {
    Definitions definitions =
        new Definitions(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (String property : PROPERTIES) {
      Setting setting = machine.property(property);
      if (setting.present().canHold()) {
        DefinitionReader reader =
            new DefinitionReader(machine, property, setting.place(), definitions);
        machine
            .written(property)
            .ifPresentOrElse(
                value -> each(value, Guard.ALWAYS, machine.scope(), reader), reader::unknown);
        break;
      }
    }
    return definitions;
  }

  private static void each(Value value, Guard when, Scope scope, DefinitionReader reader) {
    if (value instanceof Intrinsic call
        && call.is("If")
        && call.argument() instanceof Sequence operands
        && operands.items().size() == 3
        && operands.items().get(0) instanceof Scalar condition) {
      Guard guard = scope.condition(condition.raw());
      each(operands.items().get(1), when.and(guard), scope, reader);
      each(operands.items().get(2), when.and(guard.not()), scope, reader);
    } else if (when.possible() && Setting.of(scope, value).present().canHold()) {
      reader.read(value, when);
    }
  }
}
