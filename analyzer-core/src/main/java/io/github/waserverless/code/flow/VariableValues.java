package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.library.SdkTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the values of parameters and locals come from. */
final class VariableValues {

  private static final String EVENTS = "com.amazonaws.services.lambda.runtime.events.";
  private static final String CONTEXT = "com.amazonaws.services.lambda.runtime.Context";

  private final Evaluation evaluation;
  private final Builders builders;

  VariableValues(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.builders = new Builders(evaluation);
  }

  Data of(Variable variable, Frame asked) {
    Frame frame = home(variable, asked);
    Data base =
        switch (variable.kind()) {
          case PARAMETER -> parameter(variable, frame);
          case LAMBDA_PARAMETER -> ofLambda(variable, frame);
          case ELEMENT -> element(assigned(variable, frame));
          case LOCAL, RESOURCE -> assigned(variable, frame);
          case CAUGHT -> Data.unknown();
        };
    return builders.changed(base, variable, frame);
  }

  /** A local or anonymous class uses the variables of the method that it stands in. */
  private Frame home(Variable variable, Frame asked) {
    if (variable.home() == asked.body()) {
      return asked;
    }
    List<Step> steps = evaluation.reach().steps(variable.home().method());
    Step step =
        steps.isEmpty()
            ? new Step(
                variable.home().method(),
                variable.home().method().owner(),
                asked.step().phase(),
                null,
                null)
            : steps.get(0);
    return evaluation.inside(step, asked.depth() + 1);
  }

  private Data assigned(Variable variable, Frame frame) {
    return variable.values().isEmpty()
        ? Data.unknown()
        : Data.oneOf(variable.values().stream().map(v -> evaluation.of(v, frame)).toList());
  }

  /** What a loop over a value gets in each round. */
  static Data element(Data collection) {
    if (collection instanceof Data.Elements e) {
      return Data.oneOf(e.items());
    }
    if (collection instanceof Data.OneOf one) {
      return Data.oneOf(one.alternatives().stream().map(VariableValues::element).toList());
    }
    return collection instanceof Data.Event
        ? collection
        : new Data.Derived("element", List.of(collection));
  }

  private Data parameter(Variable variable, Frame frame) {
    if (frame.arguments().isPresent() && frame.caller().isPresent()) {
      return argument(variable, frame.arguments().get(), frame.caller().get());
    }
    if (variable.type().name().equals(CONTEXT)) {
      return new Data.Invocation(List.of());
    }
    Step step = frame.step();
    Optional<Data> injected =
        InjectedValues.of(step.method().parameters().get(variable.index()).annotations());
    if (injected.isPresent()) {
      return injected.get();
    }
    if (step.callers().isEmpty()) {
      return step.depth() == 0 && step.phase() == Phase.INVOKE && isEvent(variable)
          ? new Data.Event(List.of())
          : ofType(variable.type());
    }
    List<Data> values = new ArrayList<>();
    for (Step.Caller caller : step.callers()) {
      values.add(passed(variable, caller, frame));
    }
    return Data.oneOf(values);
  }

  private static boolean isEvent(Variable variable) {
    return variable.index() == 0 && !variable.type().name().equals("java.io.OutputStream");
  }

  private Data passed(Variable variable, Step.Caller caller, Frame frame) {
    Frame from = frame.callerOf(caller, evaluation.bodies());
    Expression by = caller.expression().orElse(null);
    if (by instanceof Expression.Call call) {
      return argument(variable, call.arguments(), from);
    }
    if (by instanceof Expression.Creation creation && frame.step().method().isConstructor()) {
      return argument(variable, creation.arguments(), from);
    }
    return by instanceof Expression.MethodReference reference
        ? from.body()
            .site(reference, Site.ReferenceSite.class)
            .flatMap(Site.ReferenceSite::passedTo)
            .map(call -> given(call, variable, from))
            .orElseGet(() -> ofType(variable.type()))
        : ofType(variable.type());
  }

  private Data argument(Variable variable, List<Expression> arguments, Frame from) {
    return variable.index() < arguments.size()
        ? evaluation.of(arguments.get(variable.index()), from)
        : Data.unknown();
  }

  private Data ofLambda(Variable variable, Frame frame) {
    if (variable.type().name().equals(CONTEXT)) {
      return new Data.Invocation(List.of());
    }
    return variable
        .passedTo()
        .map(call -> given(call, variable, frame))
        .orElseGet(() -> ofBean(variable, frame));
  }

  /** The function that a bean method returns gets the event. */
  private static Data ofBean(Variable variable, Frame frame) {
    return variable.index() == 0 && frame.step().method().isAnnotated("Bean")
        ? new Data.Event(List.of())
        : ofType(variable.type());
  }

  /** What a call gives to the lambda or method reference that it gets. */
  private Data given(Expression.Call call, Variable variable, Frame frame) {
    if (SdkTypes.isBuilder(variable.type())) {
      return new Data.Built(variable.type().argument(0), List.of());
    }
    TypeName receiver =
        frame
            .body()
            .site(call, Site.CallSite.class)
            .map(Site.CallSite::receiver)
            .orElse(TypeName.UNKNOWN);
    if (receiver.name().contains("powertools.batch") || variable.type().name().startsWith(EVENTS)) {
      return new Data.Event(List.of());
    }
    if (call.scope().isEmpty()) {
      return Data.unknown();
    }
    return element(evaluation.of(call.scope().get(), frame));
  }

  private static Data ofType(TypeName type) {
    return type.name().startsWith(EVENTS) ? new Data.Event(List.of()) : Data.unknown();
  }
}
