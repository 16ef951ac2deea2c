package io.github.waserverless.app;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.flow.CallGraph;
import io.github.waserverless.code.flow.CatchBlock;
import io.github.waserverless.code.flow.Data;
import io.github.waserverless.code.flow.EnvironmentRead;
import io.github.waserverless.code.flow.Evaluation;
import io.github.waserverless.code.flow.FileAccess;
import io.github.waserverless.code.flow.LogCall;
import io.github.waserverless.code.flow.Reachability;
import io.github.waserverless.code.flow.Reached;
import io.github.waserverless.code.flow.RecordLoop;
import io.github.waserverless.code.flow.SdkCall;
import io.github.waserverless.code.flow.StateChange;
import io.github.waserverless.code.flow.Wait;
import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.code.program.SourceField;
import io.github.waserverless.source.Location;
import io.github.waserverless.template.Resource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A Java handler: the function that deploys it, the method that Lambda calls, what it reaches. */
public final class FunctionHandler {

  private final Application app;
  private final Optional<LambdaFunction> function;
  private final Optional<HandlerString> handler;
  private final Binding binding;
  private final Optional<SourceClass> type;
  private final Optional<EntryPoint> entry;
  private final Searched facts = new Searched();

  FunctionHandler(
      Application app,
      Optional<LambdaFunction> function,
      Optional<HandlerString> handler,
      Binding binding,
      Optional<SourceClass> type,
      Optional<EntryPoint> entry) {
    this.app = app;
    this.function = function;
    this.handler = handler;
    this.binding = binding;
    this.type = type;
    this.entry = entry;
  }

  /** The function that deploys it; empty when no template does. */
  public Optional<LambdaFunction> function() {
    return function;
  }

  /** What the function names as its handler. */
  public Optional<HandlerString> handler() {
    return handler;
  }

  /** How the function and the sources fit together. */
  public Binding binding() {
    return binding;
  }

  /** The class that the handler names, when it is in the sources. */
  public Optional<SourceClass> type() {
    return type;
  }

  /** The method that Lambda calls in the end, when it is in the sources. */
  public Optional<EntryPoint> entry() {
    return entry;
  }

  /** The name for messages: the function's logical id, or the class. */
  public String name() {
    return function
        .map(LambdaFunction::name)
        .or(() -> type.map(SourceClass::simpleName))
        .orElse("");
  }

  /** The function's logical id, or the class. */
  public Location location() {
    return function
        .map(LambdaFunction::location)
        .or(() -> type.map(SourceClass::location))
        .orElseThrow(() -> new IllegalStateException("neither function nor class"));
  }

  /** The type of the event; unknown without an entry. */
  public TypeName event() {
    return entry.map(EntryPoint::event).orElse(TypeName.UNKNOWN);
  }

  /** The type of what it returns; unknown without an entry. */
  public TypeName result() {
    return entry.map(EntryPoint::result).orElse(TypeName.UNKNOWN);
  }

  /** The service that sends events of the entry's type. */
  public Optional<Service> sender() {
    return EventTypes.sender(event().name());
  }

  /** All services that send events of the entry's type; none when the type tells nothing. */
  public Set<Service> senders() {
    return EventTypes.senders(event().name());
  }

  /** What invokes it: by the template, or without one by the type of its event. */
  public Set<Service> services() {
    return HandlerTriggers.services(this);
  }

  /** Whether it may get one event twice: not when it is only invoked and waited for. */
  public boolean mayGetEventsTwice() {
    return HandlerTriggers.mayGetEventsTwice(this);
  }

  /** The event source mappings that feed it. */
  public List<EventSourceMapping> mappings() {
    return function.stream().flatMap(f -> app.triggers().mappings(f).stream()).toList();
  }

  /** How it answers a batch. */
  public BatchResponse batchResponse() {
    return BatchResponse.of(this);
  }

  Application application() {
    return app;
  }

  /** What the entry reaches; nothing without an entry. */
  public Reachability reach() {
    return facts.once(
        Reachability.class,
        () ->
            entry
                .map(e -> CallGraph.from(app.code().bodies(), e.type(), e.method()))
                .orElseGet(() -> Reachability.nothing(app.code().bodies())));
  }

  /** Where values in what it reaches come from. */
  public Evaluation values() {
    return facts.once(Evaluation.class, () -> new Evaluation(reach()));
  }

  /** Where the value of an expression at a reached place comes from. */
  public Data value(Expression expression, Reached<?> at) {
    return values().of(expression, at);
  }

  /** Whether a change puts something of the event into a field. */
  public boolean isFromEvent(StateChange change) {
    return change.values().stream().anyMatch(v -> value(v, change.reached()).isFromEvent());
  }

  /** Whether a field belongs to the object that Lambda calls. */
  public boolean owns(SourceField field) {
    return entry.stream()
        .flatMap(e -> app.code().program().ancestors(e.type()).stream())
        .anyMatch(a -> a.type().equals(field.owner()));
  }

  /** The calls of AWS that it reaches, in the init phase and for each event. */
  public List<SdkCall> sdkCalls() {
    return facts.once(SdkCall.class, () -> SdkCall.in(reach(), values()));
  }

  /** What is looked for in all that it reaches, once. */
  <T> T once(Class<?> kind, Supplier<T> search) {
    return facts.once(kind, search);
  }

  /** The calls of some operations of a service. */
  public List<SdkCall> sdkCalls(String service, String... operations) {
    return sdkCalls().stream().filter(c -> c.is(service, operations)).toList();
  }

  /** What it does once for each record of its event. */
  public List<RecordLoop> recordLoops() {
    return facts.once(RecordLoop.class, () -> RecordLoop.in(reach(), values()));
  }

  /** The catches after which nobody but a log learns that its work failed. */
  public List<CatchBlock> lostFailures() {
    return facts.once(LostFailures.class, () -> new LostFailures(this).find());
  }

  /** What happens when it gets one event twice. */
  public Repetition repetition() {
    return facts.once(Repetition.class, () -> new Repetition(this));
  }

  /** The reads of the environment. */
  public List<EnvironmentRead> environmentReads() {
    return facts.once(EnvironmentRead.class, () -> EnvironmentRead.in(reach(), values()));
  }

  /** The uses of files. */
  public List<FileAccess> fileAccesses() {
    return facts.once(FileAccess.class, () -> FileAccess.in(reach(), values()));
  }

  /** Where the function mounts file systems that it may write to. */
  public List<String> mountPaths() {
    return function.stream()
        .flatMap(f -> f.resource().property("FileSystemConfigs").items().stream())
        .flatMap(c -> c.get("LocalMountPath").text().certain().stream())
        .toList();
  }

  /** Where it lets time pass. */
  public List<Wait> waits() {
    return facts.once(Wait.class, () -> Wait.in(reach(), values(), sdkCalls()));
  }

  /** Whether it is a durable function, whose waits are not paid for. */
  public boolean isDurable() {
    return function.filter(f -> f.property("DurableConfig").present().canHold()).isPresent()
        || type.stream()
            .flatMap(t -> app.code().program().allSupertypes(t).stream())
            .anyMatch(s -> s.name().startsWith("software.amazon.lambda.durable."));
  }

  /** The log output. */
  public List<LogCall> logCalls() {
    return facts.once(LogCall.class, () -> LogCall.in(reach()));
  }

  /** The invocations of functions. */
  public List<FunctionInvocation> invocations() {
    return facts.once(FunctionInvocation.class, () -> FunctionInvocation.of(this, app));
  }

  /** The writes to what triggers the function. */
  public List<Feedback> feedbacks() {
    return facts.once(Feedback.class, () -> Feedback.in(this, app));
  }

  /** The text that a value is, whether the code or the environment says so. */
  public Optional<String> text(Data value) {
    return value instanceof Data.Environment variable
        ? environment(variable.name()).flatMap(v -> v.value().text().certain())
        : value.constant();
  }

  /** The resources of the application that a value names. */
  public Set<Resource> resources(Data value) {
    return new ResourceNames(app, this).of(value);
  }

  /** The resources of the application that a call works on. */
  public Set<Resource> resources(SdkCall call) {
    ResourceNames names = new ResourceNames(app, this);
    return call.resources().stream()
        .flatMap(d -> names.of(d).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether another function comes to a read of the environment too and has the variable. */
  public boolean othersDefine(String variable, Location read) {
    return app
        .index(
            FunctionHandler.class,
            "reads",
            () ->
                Index.of(
                    app.handlers(),
                    h -> h.environmentReads().stream().map(EnvironmentRead::location)))
        .of(read)
        .stream()
        .anyMatch(h -> h != this && h.environment(variable).isPresent());
  }

  /** The environment variable of the function of that name. */
  public Optional<EnvironmentVariable> environment(String name) {
    return function.stream()
        .flatMap(f -> EnvironmentVariable.of(f).stream())
        .filter(v -> v.name().equals(name))
        .findFirst();
  }

  @Override
  public String toString() {
    return name() + " " + binding;
  }
}
