package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.flow.Site.CreationSite;
import io.github.waserverless.code.flow.Site.FieldRead;
import io.github.waserverless.code.flow.Site.FieldWrite;
import io.github.waserverless.code.flow.Site.ReferenceSite;
import io.github.waserverless.code.program.Program;
import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.code.program.SourceMethod;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows what a handler calls, breadth first, so that the first way to a method is the shortest.
 */
public final class CallGraph {

  private static final int DEEPEST = 24;

  private final Bodies bodies;
  private final Program program;
  private final Dispatch dispatch;
  private final Injection injection;
  private final Map<StepKey, Step> steps = new LinkedHashMap<>();
  private final Deque<Step> open = new ArrayDeque<>();

  private CallGraph(Bodies bodies) {
    this.bodies = bodies;
    this.program = bodies.program();
    this.dispatch = new Dispatch(bodies);
    this.injection = new Injection(bodies);
  }

  /**
   * What a handler reaches.
   *
   * @param handler the class that Lambda makes an object of
   * @param entry the method that Lambda calls
   */
  public static Reachability from(Bodies bodies, SourceClass handler, SourceMethod entry) {
    CallGraph graph = new CallGraph(bodies);
    graph.object(handler, Optional.empty(), Phase.INIT, null);
    graph.restored(handler);
    Phase phase = entry.isAnnotated("Bean") ? Phase.INIT : Phase.INVOKE;
    graph.visit(new Step(entry, handler, phase, null, null));
    while (!graph.open.isEmpty()) {
      graph.follow(graph.open.removeFirst());
    }
    return new Reachability(bodies, List.copyOf(graph.steps.values()));
  }

  /** CRaC's hooks around a snapshot. */
  private void restored(SourceClass handler) {
    for (Program.Ancestor ancestor : program.ancestors(handler)) {
      for (SourceMethod method : ancestor.type().methods()) {
        if (method.name().equals("beforeCheckpoint")) {
          visit(new Step(method, handler, Phase.INIT, null, null));
        } else if (method.name().equals("afterRestore")) {
          visit(new Step(method, handler, Phase.RESTORE, null, null));
        }
      }
    }
  }

  private void visit(Step step) {
    StepKey key = new StepKey(step);
    Step known = steps.get(key);
    if (known != null) {
      step.callers().forEach(known::calledBy);
    } else if (step.depth() <= DEEPEST) {
      steps.put(key, step);
      open.add(step);
    }
  }

  private static Step.Caller caller(Step step, Expression by) {
    return new Step.Caller(step, Optional.of(by), by.location());
  }

  private void follow(Step step) {
    if (step.method().isConstructor()) {
      superclass(step);
    }
    for (Site site : bodies.of(step.method()).sites()) {
      if (step.runs(site)) {
        follow(site, step);
      } else if (step.phase() != Phase.INVOKE && step.lambda().isEmpty()) {
        kept(site, step);
      }
    }
  }

  private void follow(Site site, Step step) {
    if (site instanceof CallSite call) {
      call(call, step);
    } else if (site instanceof CreationSite creation) {
      creation(creation, step);
    } else if (site instanceof ReferenceSite reference) {
      reference(reference, step);
    } else if (site instanceof FieldRead read && read.field().isStatic()) {
      statics(read.field().owner(), caller(step, read.expression()));
    } else if (site instanceof FieldWrite write && write.field().isStatic()) {
      statics(write.field().owner(), caller(step, write.expression()));
    }
  }

  /** A lambda that is made in the init phase but kept runs for each event. */
  private void kept(Site site, Step step) {
    site.around()
        .kept()
        .ifPresent(
            lambda ->
                visit(
                    new Step(
                        step.method(), step.self(), Phase.INVOKE, lambda, caller(step, lambda))));
  }

  private void statics(SourceClass type, Step.@Nullable Caller caller) {
    for (Program.Ancestor ancestor : program.ancestors(type)) {
      if (!ancestor.type().isInterface() || ancestor.type() == type) {
        SourceMethod initialiser = ancestor.type().staticInitialiser();
        visit(new Step(initialiser, ancestor.type(), Phase.INIT, null, caller));
      }
    }
  }

  /** A new object of a class whose constructor is not known. */
  private void object(
      SourceClass type, Optional<CreationSite> by, Phase phase, Step.@Nullable Caller caller) {
    statics(type, caller);
    List<SourceMethod> constructors =
        by.isPresent()
            ? bodies.members().constructors(type, by.get().arguments())
            : injection.constructors(type);
    if (type.constructors().isEmpty()) {
      implied(type, type, phase, caller);
    }
    for (SourceMethod constructor : constructors) {
      visit(new Step(constructor, type, phase, null, caller));
    }
    if (by.isEmpty()) {
      injection.injected(type).forEach(t -> provide(t, type, new ArrayList<>(), caller));
    }
  }

  private void implied(
      SourceClass type, SourceClass self, Phase phase, Step.@Nullable Caller caller) {
    for (SourceMethod method : Initialisation.of(type, program, bodies.members())) {
      visit(new Step(method, self, phase, null, caller));
    }
  }

  private void superclass(Step constructor) {
    boolean delegates =
        bodies
            .of(constructor.method())
            .sites(CallSite.class)
            .anyMatch(c -> c.name().equals("this") && c.expression().scope().isEmpty());
    boolean explicit =
        bodies
            .of(constructor.method())
            .sites(CallSite.class)
            .anyMatch(c -> c.name().equals("super") && c.expression().scope().isEmpty());
    SourceClass type = constructor.method().owner();
    Step.Caller here = new Step.Caller(constructor, Optional.empty(), type.location());
    if (explicit) {
      visit(new Step(type.initialiser(), constructor.self(), constructor.phase(), null, here));
    } else if (!delegates) {
      implied(type, constructor.self(), constructor.phase(), here);
    }
  }

  private void call(CallSite call, Step step) {
    boolean constructor = call.expression().scope().isEmpty();
    if (constructor && (call.name().equals("this") || call.name().equals("super"))) {
      chained(call, step);
      return;
    }
    Step.Caller caller = caller(step, call.expression());
    if (call.on() == Site.Receiver.TYPE) {
      dispatch.source(call.receiver(), step).ifPresent(s -> statics(s, caller));
    }
    for (Dispatch.Target target : dispatch.targets(call, step)) {
      visit(new Step(target.method(), target.self(), step.phase(), null, caller));
    }
    injection
        .requested(call, dispatch.source(call.receiver(), step))
        .ifPresent(t -> provide(t, step.method().owner(), new ArrayList<>(), caller));
  }

  private void chained(CallSite call, Step step) {
    SourceClass owner = step.method().owner();
    Optional<SourceClass> type =
        call.name().equals("this")
            ? Optional.of(owner)
            : program.supertypes(owner).stream()
                .flatMap(s -> program.source(s, owner).stream())
                .filter(s -> !s.isInterface())
                .findFirst();
    if (type.isPresent()) {
      Step.Caller caller = caller(step, call.expression());
      bodies
          .members()
          .constructors(type.get(), call.arguments())
          .forEach(c -> visit(new Step(c, step.self(), step.phase(), null, caller)));
      if (type.get().constructors().isEmpty()) {
        implied(type.get(), step.self(), step.phase(), caller);
      }
    }
  }

  private void creation(CreationSite creation, Step step) {
    Step.Caller caller = caller(step, creation.expression());
    Optional<SourceClass> type =
        creation.body().or(() -> dispatch.source(dispatch.bound(creation.type(), step), step));
    if (type.isPresent()) {
      object(type.get(), Optional.of(creation), step.phase(), caller);
      callbacks(type.get(), creation.body().isPresent(), caller);
    }
  }

  /** What implements a library's interface is called by the library. */
  private void callbacks(SourceClass type, boolean anonymous, Step.Caller caller) {
    for (SourceMethod method : Callbacks.of(type, anonymous, program)) {
      visit(new Step(method, type, Phase.INVOKE, null, caller));
    }
  }

  private void reference(ReferenceSite reference, Step step) {
    Step.Caller caller = caller(step, reference.expression());
    Phase phase = reference.kept() ? Phase.INVOKE : step.phase();
    if (reference.expression().name().equals("new")) {
      dispatch
          .source(dispatch.bound(reference.type(), step), step)
          .ifPresent(
              type -> {
                statics(type, caller);
                type.constructors().forEach(c -> visit(new Step(c, type, phase, null, caller)));
              });
      return;
    }
    for (Dispatch.Target target : dispatch.targets(reference, step)) {
      visit(new Step(target.method(), target.self(), phase, null, caller));
    }
  }

  /** What a container makes so that it can inject it. */
  private void provide(
      TypeName type, SourceClass asking, List<String> path, Step.@Nullable Caller caller) {
    if (path.contains(type.name())) {
      return;
    }
    path.add(type.name());
    for (SourceMethod provider : injection.providers(type, asking)) {
      SourceClass owner = provider.owner();
      visit(new Step(provider, owner, Phase.INIT, null, caller));
      provider
          .parameters()
          .forEach(p -> provide(program.resolve(p.type(), owner), owner, path, caller));
    }
    program
        .source(type, asking)
        .map(dispatch::concrete)
        .orElse(List.of())
        .forEach(made -> made(made, path, caller));
  }

  private void made(SourceClass type, List<String> path, Step.@Nullable Caller caller) {
    statics(type, caller);
    if (type.constructors().isEmpty()) {
      implied(type, type, Phase.INIT, caller);
    }
    for (SourceMethod constructor : injection.constructors(type)) {
      visit(new Step(constructor, type, Phase.INIT, null, caller));
    }
    injection.injected(type).forEach(needed -> provide(needed, type, path, caller));
  }
}
