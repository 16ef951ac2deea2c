package io.github.waserverless.code.flow;

import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.program.SourceMethod;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a handler reaches. */
public final class Reachability {

  /** How many places may be looked at for what becomes of single values: a few seconds' worth. */
  private static final long MOST_LOOKS = 5_000_000;

  private final Bodies bodies;
  private final List<Step> steps;
  private final Map<SourceMethod, List<Step>> byMethod = new LinkedHashMap<>();
  private final List<Reached<? extends Site>> reached;
  private final Map<Class<?>, List<Reached<? extends Site>>> byKind = new ConcurrentHashMap<>();
  private @Nullable List<CatchBlock> catches;
  private final AtomicLong looks = new AtomicLong(MOST_LOOKS);

  Reachability(Bodies bodies, List<Step> steps) {
    this.bodies = bodies;
    this.steps = List.copyOf(steps);
    for (Step step : steps) {
      byMethod.computeIfAbsent(step.method(), m -> new ArrayList<>(1)).add(step);
    }
    this.reached = gather();
  }

  /** What a handler reaches whose entry is not in the sources. */
  public static Reachability nothing(Bodies bodies) {
    return new Reachability(bodies, List.of());
  }

  private List<Reached<? extends Site>> gather() {
    Map<Phase, Map<Site, List<Step>>> ways = new EnumMap<>(Phase.class);
    List<Reached<? extends Site>> all = new ArrayList<>();
    for (Step step : steps) {
      Map<Site, List<Step>> known =
          ways.computeIfAbsent(step.phase(), p -> new IdentityHashMap<>());
      for (Site site : bodies.of(step.method()).sites()) {
        if (step.runs(site)) {
          List<Step> before = known.get(site);
          if (before == null) {
            List<Step> first = new ArrayList<>(List.of(step));
            known.put(site, first);
            all.add(new Reached<>(site, step.phase(), first));
          } else {
            before.add(step);
          }
        }
      }
    }
    return all;
  }

  /** The methods, in the order in which they are reached. */
  public List<Step> steps() {
    return steps;
  }

  /** The ways in which a method is reached. */
  public List<Step> steps(SourceMethod method) {
    return byMethod.getOrDefault(method, List.of());
  }

  /** All values that a reached method may return. */
  public List<Returned> returns(Optional<SourceMethod> method) {
    return method.stream()
        .flatMap(m -> steps(m).stream().limit(1))
        .flatMap(step -> Returned.by(step, this).stream())
        .toList();
  }

  /** The places where records of a batch are named that failed. */
  public List<ItemFailure> itemFailures() {
    return ItemFailure.in(this);
  }

  /** The calls for an event that do more than to look at something or to tell of it. */
  public Stream<Reached<CallSite>> work() {
    return sites(CallSite.class, Phase.INVOKE).filter(r -> Telemetry.isWork(r.site()));
  }

  /** The catches that run for an event. */
  public synchronized List<CatchBlock> catches() {
    if (catches == null) {
      catches = CatchBlock.in(this);
    }
    return catches;
  }

  /** The loops that do something again for an event when it fails. */
  public List<RetryLoop> retryLoops() {
    return RetryLoop.in(this);
  }

  /** What a reached method does. */
  public Body body(Step step) {
    return bodies.of(step.method());
  }

  /** Everything of one kind that happens, in the order in which it is reached. */
  @SuppressWarnings("unchecked")
  public <S extends Site> Stream<Reached<S>> sites(Class<S> kind) {
    return byKind.computeIfAbsent(kind, this::ofKind).stream().map(r -> (Reached<S>) r);
  }

  private List<Reached<? extends Site>> ofKind(Class<?> kind) {
    List<Reached<? extends Site>> found = new ArrayList<>();
    for (Reached<? extends Site> each : reached) {
      if (kind.isInstance(each.site())) {
        found.add(each);
      }
    }
    return found;
  }

  /** Everything of one kind that happens in a phase. */
  public <S extends Site> Stream<Reached<S>> sites(Class<S> kind, Phase phase) {
    return sites(kind).filter(r -> r.phase() == phase);
  }

  /** Whether everything that is reached may be looked through once more for one value. */
  boolean affordsLook() {
    return looks.addAndGet(-reached.size()) >= 0;
  }

  /** The bodies of the program. */
  public Bodies bodies() {
    return bodies;
  }
}
