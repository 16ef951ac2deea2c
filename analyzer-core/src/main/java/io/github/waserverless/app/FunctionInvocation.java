package io.github.waserverless.app;

import io.github.waserverless.code.flow.Data;
import io.github.waserverless.code.flow.LambdaInvocation;
import java.util.List;
import java.util.Optional;

/**
 * An invocation of a function by the code of another.
 *
 * @param caller the handler whose code invokes
 * @param call how the code does it
 * @param targets the functions of the application that it may mean
 */
public record FunctionInvocation(
    FunctionHandler caller, LambdaInvocation call, List<LambdaFunction> targets) {

  static List<FunctionInvocation> of(FunctionHandler caller, Application app) {
    return LambdaInvocation.in(caller.reach(), caller.values(), caller.sdkCalls()).stream()
        .map(call -> new FunctionInvocation(caller, call, targets(caller, call, app)))
        .toList();
  }

  private static List<LambdaFunction> targets(
      FunctionHandler caller, LambdaInvocation call, Application app) {
    return caller.resources(call.functionName()).stream()
        .flatMap(r -> app.function(r).stream())
        .distinct()
        .toList();
  }

  /** Whether the function may invoke itself. */
  public boolean isOfItself() {
    return call.functionName().alternatives().stream().anyMatch(FunctionInvocation::isOwnName)
        || caller
            .function()
            .filter(own -> targets.stream().anyMatch(t -> t.resource().equals(own.resource())))
            .isPresent();
  }

  private static boolean isOwnName(Data name) {
    if (name instanceof Data.Joined joined) {
      return joined.named().filter(FunctionInvocation::isOwnName).isPresent();
    }
    return name instanceof Data.Environment variable
        ? variable.name().equals("AWS_LAMBDA_FUNCTION_NAME")
        : name instanceof Data.Invocation context
            && (context.last().equals("getFunctionName")
                || context.last().equals("getInvokedFunctionArn"));
  }

  /** Whether each event leads to it: the content of none decides. */
  public boolean isUnconditional() {
    return !LoopGuard.before(call.reached(), caller);
  }

  /** The environment variable that the name of the function comes from. */
  public Optional<String> variable() {
    return call.functionName().environmentVariables().stream().sorted().findFirst();
  }
}
