package io.github.waserverless.engine;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.Binding;
import io.github.waserverless.app.EntryPoint;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.app.SourceCode;
import io.github.waserverless.code.flow.EnvironmentRead;
import io.github.waserverless.code.flow.Phase;
import io.github.waserverless.code.flow.SdkCall;
import io.github.waserverless.code.flow.Step;
import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.Notice;
import io.github.waserverless.template.Resource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known about applications, in an order that depends on their files only.
 *
 * @param notices what could not be read or was not looked at
 * @param faults errors of the analyzer itself
 */
public record Facts(
    List<OfApplication> applications, List<Notice> notices, List<Analysis.Fault> faults) {

  /**
   * An application.
   *
   * @param files its templates; none when no template deploys the handlers
   */
  public record OfApplication(List<String> files, List<OfFunction> functions) {}

  /**
   * A function, or a handler that no template deploys.
   *
   * @param runtime the runtime, or {@code unknown}
   * @param triggers what invokes it, in words
   * @param handler what the function names as its handler
   * @param binding how function and sources fit together; empty when it is not Java
   * @param entry the method that Lambda calls
   */
  public record OfFunction(
      String name,
      Location place,
      String runtime,
      List<String> triggers,
      Optional<String> handler,
      Optional<Binding> binding,
      Optional<Method> entry,
      List<Call> calls,
      List<Read> environment) {}

  /** A method, with the types of what it gets and returns. */
  public record Method(String type, String name, String event, String result, Location place) {}

  /**
   * A call of AWS.
   *
   * @param resources the logical ids of what it works on
   * @param path the methods that lead to it
   */
  public record Call(
      Location place,
      String client,
      String service,
      String operation,
      Phase phase,
      List<String> resources,
      List<String> path) {}

  /**
   * A read of the environment.
   *
   * @param defined whether the function has such a variable
   */
  public record Read(Location place, String variable, Phase phase, boolean defined) {}

  /**
   * What is known about one application of a run.
   *
   * @param deployed the classes that its functions run
   */
  record Part(
      Optional<OfApplication> application,
      Set<SourceClass> deployed,
      List<Notice> notices,
      List<Analysis.Fault> faults) {

    static Part of(Group group, SourceCode code) {
      try {
        return of(Joined.of(group, code));
      } finally {
        group.files().forEach(TemplateFile::release);
      }
    }

    static Part of(Joined joined) {
      return new Part(
          joined.application().flatMap(Facts::in),
          joined.deployed(),
          joined.notices(),
          joined.faults());
    }
  }

  /** What is known about an application; nothing when it has neither functions nor handlers. */
  private static Optional<OfApplication> in(Application app) {
    return isEmpty(app) ? Optional.empty() : Optional.of(of(app));
  }

  private static boolean isEmpty(Application app) {
    return app.allFunctions().isEmpty() && app.handlers().isEmpty();
  }

  private static OfApplication of(Application app) {
    List<OfFunction> functions =
        app.templates().isEmpty()
            ? app.handlers().stream().map(h -> of(h, Optional.empty())).toList()
            : app.allFunctions().stream().map(f -> of(f, app)).toList();
    return new OfApplication(
        app.templates().stream().map(t -> t.file()).toList(),
        functions.stream().sorted(Comparator.comparing(OfFunction::place)).toList());
  }

  private static OfFunction of(LambdaFunction function, Application app) {
    return app.handler(function)
        .map(handler -> of(handler, Optional.of(function)))
        .orElseGet(
            () ->
                new OfFunction(
                    function.name(),
                    function.location(),
                    runtime(function),
                    triggers(function),
                    function.text("Handler"),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of()));
  }

  private static OfFunction of(FunctionHandler handler, Optional<LambdaFunction> function) {
    return new OfFunction(
        handler.name(),
        handler.location(),
        function.map(Facts::runtime).orElse("unknown"),
        function
            .map(Facts::triggers)
            .orElseGet(() -> handler.sender().map(s -> s.inWords()).stream().toList()),
        function.flatMap(f -> f.text("Handler")),
        Optional.of(handler.binding()),
        handler.entry().map(Facts::method),
        handler.sdkCalls().stream()
            .map(call -> call(call, handler))
            .sorted(Comparator.comparing(Call::place).thenComparing(Call::phase))
            .toList(),
        handler.environmentReads().stream()
            .flatMap(read -> reads(read, handler))
            .sorted(Comparator.comparing(Read::place).thenComparing(Read::variable))
            .toList());
  }

  private static String runtime(LambdaFunction function) {
    return function.runtime().text().certain().orElse("unknown");
  }

  private static List<String> triggers(LambdaFunction function) {
    return function.triggers().stream()
        .map(t -> t.service().inWords() + " (" + t.declaredBy().name() + ")")
        .distinct()
        .sorted()
        .toList();
  }

  private static Method method(EntryPoint entry) {
    return new Method(
        entry.type().name(),
        entry.method().name(),
        entry.event().inWords(),
        entry.result().inWords(),
        entry.method().location());
  }

  private static Call call(SdkCall call, FunctionHandler handler) {
    Set<Resource> resources = handler.resources(call);
    return new Call(
        call.location(),
        call.client().simpleName(),
        call.operation().service(),
        call.operation().name(),
        call.phase(),
        resources.stream().map(Resource::name).sorted().toList(),
        call.reached().path().stream().map(Step.Stop::label).toList());
  }

  private static java.util.stream.Stream<Read> reads(
      EnvironmentRead read, FunctionHandler handler) {
    return read.names().stream()
        .map(
            name ->
                new Read(
                    read.location(),
                    name,
                    read.reached().phase(),
                    handler.environment(name).isPresent()));
  }
}
