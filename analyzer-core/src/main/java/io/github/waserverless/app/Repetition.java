package io.github.waserverless.app;

import io.github.waserverless.code.flow.IdempotencyGuard;
import io.github.waserverless.code.flow.IdempotencyGuards;
import io.github.waserverless.code.flow.Reached;
import io.github.waserverless.code.flow.SideEffect;
import java.util.List;
import java.util.Optional;

/** What happens when a handler gets one event twice. */
public final class Repetition {

  private final FunctionHandler handler;
  private final IdempotencyGuards guards;

  Repetition(FunctionHandler handler) {
    this.handler = handler;
    this.guards = new IdempotencyGuards(handler.reach(), handler.values(), handler.sdkCalls());
  }

  /** The triggers in the templates that may deliver one event twice. */
  public List<Redelivery> redeliveries() {
    return handler.once(Redelivery.class, () -> Redelivery.to(handler));
  }

  /** What is done again, whether or not the handler recognises the event. */
  public List<SideEffect> sideEffects() {
    return handler.once(
        SideEffect.class,
        () -> SideEffect.in(handler.reach(), handler.values(), handler.sdkCalls()));
  }

  /** The keys that the second run makes anew. */
  public List<GeneratedKey> generatedKeys() {
    return handler.once(GeneratedKey.class, () -> GeneratedKey.in(handler));
  }

  /** How the handler recognises an event before an effect is done again. */
  public Optional<IdempotencyGuard> guard(SideEffect effect) {
    return guards.of(effect);
  }

  /** How the handler recognises an event before a place is reached again. */
  public Optional<IdempotencyGuard> guard(Reached<?> reached) {
    return guards.of(reached);
  }

  /** Whether a message more does no harm where an effect sends it. */
  public boolean isHarmless(SideEffect effect) {
    DuplicateTolerance tolerance = new DuplicateTolerance(handler.application());
    return effect
        .call()
        .map(handler::resources)
        .filter(r -> !r.isEmpty() && r.stream().allMatch(tolerance::of))
        .isPresent();
  }

  /** Whether a second run does nothing that a first has not done. */
  boolean isSafe() {
    return generatedKeys().stream().allMatch(k -> guard(k.reached()).isPresent())
        && sideEffects().stream()
            .allMatch(e -> guard(e).filter(IdempotencyGuard::holds).isPresent());
  }
}
