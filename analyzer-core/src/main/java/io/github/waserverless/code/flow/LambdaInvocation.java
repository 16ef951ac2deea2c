package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.JavaAnnotation;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.program.SourceMethod;
import io.github.waserverless.source.Location;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An invocation of a function: by a client of Lambda, or through a proxy that {@code
 * LambdaInvokerFactory} makes.
 *
 * @param functionName the name or ARN that is given
 * @param types how it may be invoked; none when that is not known
 * @param payload the event that is sent
 */
public record LambdaInvocation(
    Data functionName, Set<InvocationType> types, Data payload, Reached<CallSite> reached) {

  /** How a function is invoked. */
  public enum InvocationType {
    /** The caller gets the answer. */
    REQUEST_RESPONSE,
    /** Lambda queues the event. */
    EVENT,
    /** Only the permission is checked. */
    DRY_RUN
  }

  private static final Set<String> OPERATIONS =
      Set.of("invoke", "invokeAsync", "invokeWithResponseStream");
  private static final String NAME_RESOLVER = "lambdaFunctionNameResolver";

  /** All invocations of functions that a handler reaches. */
  public static List<LambdaInvocation> in(
      Reachability reach, Evaluation values, List<SdkCall> calls) {
    List<LambdaInvocation> all = new ArrayList<>();
    calls.stream()
        .filter(c -> c.is("lambda") && OPERATIONS.contains(c.operation().name()))
        .forEach(c -> all.add(of(c)));
    Dispatch dispatch = new Dispatch(reach.bodies());
    reach.sites(CallSite.class).forEach(r -> throughProxy(r, dispatch, values).ifPresent(all::add));
    return List.copyOf(all);
  }

  private static LambdaInvocation of(SdkCall call) {
    List<TypeName> arguments = call.reached().site().arguments();
    boolean queued =
        !arguments.isEmpty() && arguments.get(0).simpleName().equals("InvokeAsyncRequest");
    Set<InvocationType> types =
        queued
            ? EnumSet.of(InvocationType.EVENT)
            : call.argument("invocationType")
                .map(LambdaInvocation::types)
                .orElse(EnumSet.of(InvocationType.REQUEST_RESPONSE));
    return new LambdaInvocation(
        call.argument("functionName").orElse(Data.unknown()),
        types,
        call.argument(queued ? "invokeArgs" : "payload").orElse(Data.none()),
        call.reached());
  }

  private static Set<InvocationType> types(Data written) {
    Set<InvocationType> types = EnumSet.noneOf(InvocationType.class);
    for (Data alternative : written.alternatives()) {
      Optional<InvocationType> type = type(alternative);
      if (type.isEmpty()) {
        return Set.of();
      }
      types.add(type.get());
    }
    return types.isEmpty() ? EnumSet.of(InvocationType.REQUEST_RESPONSE) : types;
  }

  private static Optional<InvocationType> type(Data data) {
    String name =
        data instanceof Data.Constant c ? c.text() : data instanceof Data.Symbol s ? s.name() : "";
    return switch (name.replace("_", "").toLowerCase(Locale.ROOT)) {
      case "requestresponse" -> Optional.of(InvocationType.REQUEST_RESPONSE);
      case "event" -> Optional.of(InvocationType.EVENT);
      case "dryrun" -> Optional.of(InvocationType.DRY_RUN);
      default -> Optional.empty();
    };
  }

  private static Optional<LambdaInvocation> throughProxy(
      Reached<CallSite> call, Dispatch dispatch, Evaluation values) {
    return dispatch
        .declared(call.site(), call.step())
        .flatMap(method -> Dispatch.remote(method).map(a -> throughProxy(a, method, call, values)));
  }

  private static LambdaInvocation throughProxy(
      JavaAnnotation annotation, SourceMethod method, Reached<CallSite> call, Evaluation values) {
    Expression type = annotation.values().get("invocationType");
    List<Expression> arguments = call.site().expression().arguments();
    return new LambdaInvocation(
        resolver(call, values).orElseGet(() -> name(annotation, method)),
        type == null ? EnumSet.of(InvocationType.REQUEST_RESPONSE) : types(constant(type)),
        arguments.isEmpty() ? Data.none() : values.of(arguments.get(0), call),
        call);
  }

  /** A function that the factory is given may choose the name. */
  private static Optional<Data> resolver(Reached<CallSite> call, Evaluation values) {
    return call.site().expression().scope().stream()
        .flatMap(proxy -> values.of(proxy, call).alternatives().stream())
        .filter(Data.Built.class::isInstance)
        .flatMap(made -> ((Data.Built) made).property(NAME_RESOLVER).stream())
        .findFirst();
  }

  private static Data name(JavaAnnotation annotation, SourceMethod method) {
    Expression name = annotation.values().get("functionName");
    return name == null ? new Data.Constant(method.name()) : constant(name);
  }

  private static Data constant(Expression written) {
    if (written instanceof Expression.Literal literal) {
      return new Data.Constant(literal.text());
    }
    return written instanceof Expression.Member member
        ? new Data.Symbol(TypeName.UNKNOWN, member.name())
        : Data.unknown();
  }

  /** Whether the caller may get the answer, since it may be so or nothing tells. */
  public boolean mayWait() {
    return types.isEmpty() || types.contains(InvocationType.REQUEST_RESPONSE);
  }

  /** Whether Lambda certainly queues the event. */
  public boolean isQueued() {
    return types.equals(EnumSet.of(InvocationType.EVENT));
  }

  /** Whether certainly nothing runs. */
  public boolean isDryRun() {
    return types.equals(EnumSet.of(InvocationType.DRY_RUN));
  }

  /** Where it is. */
  public Location location() {
    return reached.location();
  }
}
