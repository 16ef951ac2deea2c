package io.github.waserverless.rules.idempotency;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.app.Repetition;
import io.github.waserverless.code.flow.IdempotencyGuard;
import io.github.waserverless.code.flow.SideEffect;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.template.Resource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is delivered at least once should be worked on once. */
@RuleInfo(
    id = "WAS719",
    name = "non-idempotent-consumer",
    title = "Consumer that does its work again when an event comes twice",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = WARNING)
public final class NonIdempotentConsumer implements Rule {

  /** More of them would hide the first. */
  private static final int MOST_RELATED = 4;

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      if (handler.mayGetEventsTwice()) {
        check(handler, findings);
      }
    }
  }

  private static void check(FunctionHandler handler, Findings findings) {
    Repetition repetition = handler.repetition();
    Deliveries deliveries = new Deliveries(handler);
    List<SideEffect> effects =
        repetition.sideEffects().stream()
            .filter(e -> repetition.guard(e).filter(IdempotencyGuard::holds).isEmpty())
            .filter(e -> !repetition.isHarmless(e))
            .sorted(
                Comparator.comparing((SideEffect e) -> severity(e, repetition, deliveries))
                    .reversed())
            .toList();
    if (!effects.isEmpty()) {
      findings.report(problem(handler, effects, deliveries));
    }
  }

  private static Severity severity(
      SideEffect effect, Repetition repetition, Deliveries deliveries) {
    boolean checked = repetition.guard(effect).isPresent();
    boolean certain = effect.kind() != SideEffect.Kind.REQUEST && !checked;
    return certain ? deliveries.severity() : NOTE;
  }

  private static Problem problem(
      FunctionHandler handler, List<SideEffect> effects, Deliveries deliveries) {
    SideEffect worst = effects.get(0);
    Optional<IdempotencyGuard> look = handler.repetition().guard(worst);
    String message =
        look.isPresent()
            ? "%s %s after a look for duplicates that is no lock: two runs for one event of %s both pass it"
            : "%s %s and does not recognise duplicates: what %s delivers twice is done twice";
    Problem problem =
        Problem.in(
                handler,
                worst.reached(),
                message.formatted(handler.name(), what(worst, handler), deliveries.inWords()))
            .as(severity(worst, handler.repetition(), deliveries));
    problem = deliveries.explain(problem);
    for (SideEffect other : effects.stream().skip(1).limit(MOST_RELATED).toList()) {
      problem = problem.with(other.location(), what(other, handler));
    }
    if (look.isPresent()) {
      problem = problem.with(look.get().location(), "the look");
    }
    return problem;
  }

  /** The effect in words, with the resource that it works on. */
  private static String what(SideEffect effect, FunctionHandler handler) {
    List<String> names =
        effect.call().map(handler::resources).stream()
            .flatMap(all -> all.stream().map(Resource::name))
            .distinct()
            .toList();
    if (names.size() != 1) {
      return effect.what();
    }
    return switch (effect.kind()) {
      case CHANGE, ROW -> effect.what() + " in " + names.get(0);
      case RUN -> "starts " + names.get(0);
      default -> effect.what() + " to " + names.get(0);
    };
  }
}
