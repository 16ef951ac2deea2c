package io.github.waserverless.rules.code;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Principle.EVENTS_TRIGGER_TRANSACTIONS;
import static io.github.waserverless.rule.Severity.ERROR;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.Binding;
import io.github.waserverless.app.EntryPoint;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.app.Service;
import io.github.waserverless.app.Trigger;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.source.Location;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An event that is read as one of another service is empty. */
@RuleInfo(
    id = "WAS003",
    name = "handler-event-type-mismatch",
    title = "Handler for the events of another service",
    principles = {EVENTS_TRIGGER_TRANSACTIONS, DESIGN_FOR_FAILURES},
    pillar = RELIABILITY,
    severity = ERROR)
public final class MismatchedEventType implements Rule {

  /** What sends whatever somebody chose to send. */
  private static final Set<Service> FREE =
      Set.of(Service.STEP_FUNCTIONS, Service.CODEDEPLOY, Service.OTHER);

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      if (handler.binding() != Binding.BOUND
          || handler.function().isEmpty()
          || handler.senders().isEmpty()) {
        continue;
      }
      List<Trigger> triggers =
          handler.function().get().triggers().stream().filter(t -> !t.isWarmUp()).toList();
      List<Trigger> other = triggers.stream().filter(t -> isOther(t, handler)).toList();
      boolean free = triggers.stream().anyMatch(t -> FREE.contains(t.service()));
      if (!other.isEmpty() && !free) {
        boolean certain =
            other.size() == triggers.size() && triggers.stream().allMatch(Trigger::evident);
        findings.report(problem(handler, other).as(certain ? ERROR : WARNING));
      }
    }
  }

  private static boolean isOther(Trigger trigger, FunctionHandler handler) {
    return !handler.senders().contains(trigger.service()) && !trigger.sendsOwnInput();
  }

  private static Problem problem(FunctionHandler handler, List<Trigger> other) {
    String services =
        other.stream()
            .map(t -> t.service().inWords())
            .distinct()
            .collect(Collectors.joining(" and "));
    boolean pipe = other.stream().allMatch(t -> t.service() == Service.PIPE);
    Problem problem =
        Problem.at(
            place(handler),
            handler,
            "%s takes %s, but %s invokes it%s: the fields of the event stay empty"
                .formatted(
                    handler.name(),
                    handler.event().simpleName(),
                    services,
                    pipe ? " with a list of records" : ""));
    for (Trigger trigger : other) {
      problem = problem.with(trigger.declaredBy(), trigger.service().inWords() + " invokes it");
    }
    return problem;
  }

  /** A method that several handlers inherit is not the place of what one of them gets. */
  private static Location place(FunctionHandler handler) {
    EntryPoint entry = handler.entry().orElseThrow();
    return entry.method().owner().equals(entry.type())
        ? entry.method().location()
        : entry.type().location();
  }
}
