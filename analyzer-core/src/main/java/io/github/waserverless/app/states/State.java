package io.github.waserverless.app.states;

import io.github.waserverless.source.Location;
import io.github.waserverless.template.Rendering;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import io.github.waserverless.tree.PartialText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** One state of a workflow. Each is itself only: two states are never equal. */
public final class State {

  private static final Pattern PEOPLE = Pattern.compile("(?i)approv|manual|human|review");

  private final String name;
  private final Setting setting;
  private final Workflow workflow;
  private final List<Workflow> inner;

  State(String name, Setting setting, Workflow workflow) {
    this.name = name;
    this.setting = setting;
    this.workflow = workflow;
    this.inner = Workflow.within(this);
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** What is written about it. */
  public Setting setting() {
    return setting;
  }

  /** A field, by its path. */
  public Setting get(String... path) {
    return setting.get(path);
  }

  /** Where its name stands. */
  public Location place() {
    return setting.place();
  }

  /** The workflow that it belongs to. */
  public Workflow workflow() {
    return workflow;
  }

  /** What runs inside of it: branches, or what is done for each item. */
  public List<Workflow> inner() {
    return inner;
  }

  /** The Parallel or Map state that it runs in. */
  public Optional<State> enclosing() {
    return workflow.owner();
  }

  /** This state and the Parallel and Map states around it, from the inside out. */
  public List<State> withEnclosing() {
    List<State> around = new ArrayList<>();
    for (Optional<State> s = Optional.of(this); s.isPresent(); s = s.get().enclosing()) {
      around.add(s.get());
    }
    return around;
  }

  /** Whether it is certainly of a type: {@code Task}, {@code Map} … */
  public boolean is(String type) {
    return get("Type").text().certain().filter(type::equals).isPresent();
  }

  /** Whether its name says that it waits for a person. */
  public boolean isForPeople() {
    return PEOPLE.matcher(name).find();
  }

  /** Whether it is a Map state that starts an execution for each part of its items. */
  public boolean isDistributedMap() {
    return is("Map")
        && get("ItemProcessor", "ProcessorConfig", "Mode").is("DISTRIBUTED").alwaysHolds();
  }

  /** Whether it is a Map state that works on its items within the same execution. */
  public boolean isInlineMap() {
    Setting mode = get("ItemProcessor", "ProcessorConfig", "Mode");
    return is("Map") && mode.absent().or(mode.is("INLINE")).alwaysHolds();
  }

  /** How many items a Map state has; empty where the input decides. */
  public OptionalInt itemCount() {
    return MapItems.count(this);
  }

  /** The distributed Map state that starts the execution which it is a part of. */
  public Optional<State> distributedMap() {
    return withEnclosing().stream().skip(1).filter(State::isDistributedMap).findFirst();
  }

  /** Whether a distributed Map state runs it in express executions. */
  public boolean isInExpressMap() {
    return distributedMap()
        .filter(
            map ->
                map.get("ItemProcessor", "ProcessorConfig", "ExecutionType")
                    .is("EXPRESS")
                    .alwaysHolds())
        .isPresent();
  }

  /** The entries of {@code Retry}. */
  public List<Setting> retriers() {
    return get("Retry").items();
  }

  /** The entries of {@code Catch}. */
  public List<Setting> catchers() {
    return get("Catch").items();
  }

  /** Whether it is tried again when it fails, by itself or with a state around it. */
  public Truth isRetried() {
    return has(withEnclosing(), "Retry");
  }

  /** Whether its failure is caught, by itself or by a state around it. */
  public Truth isCaught() {
    return has(withEnclosing(), "Catch");
  }

  private static Truth has(List<State> states, String handlers) {
    return states.stream()
        .map(s -> s.get(handlers).present().and(Truth.of(!s.get(handlers).items().isEmpty())))
        .reduce(Truth.NO, Truth::or);
  }

  /** Whether a field is there, or its variant that takes the value from the input. */
  public Truth has(String field) {
    return get(field).present().or(get(field + "Path").present());
  }

  /** What a task calls, as far as the ARN in {@code Resource} says it. */
  public Optional<Integration> integration() {
    List<String> resources =
        get("Resource").values().stream()
            .map(v -> v instanceof PartialText text ? text.withHoles("x") : Rendering.of(v))
            .distinct()
            .toList();
    return resources.size() == 1 ? Integration.of(resources.get(0)) : Optional.empty();
  }

  /** What a task hands over under a name; not known where an expression gives it. */
  public Setting argument(String key) {
    Setting parameters = get("Parameters");
    Setting arguments = get("Arguments");
    Setting fromInput = parameters.get(key + ".$");
    if (fromInput.present().canHold() || isExpression(arguments)) {
      return Setting.unknown(setting.scope(), place());
    }
    Setting plain = parameters.get(key);
    Setting argument = plain.present().canHold() ? plain : arguments.get(key);
    return isExpression(argument) ? Setting.unknown(setting.scope(), argument.place()) : argument;
  }

  private static boolean isExpression(Setting setting) {
    return setting.isLike(text -> text.stripLeading().startsWith("{%")).canHold();
  }

  /** The settings that name the states which may come next. */
  public List<Setting> transitions() {
    List<Setting> next = normalTransitions();
    catchers().forEach(catcher -> next.add(catcher.get("Next")));
    return next.stream().filter(n -> n.present().canHold()).toList();
  }

  private List<Setting> normalTransitions() {
    List<Setting> next = new ArrayList<>(List.of(get("Next"), get("Default")));
    get("Choices").items().forEach(choice -> next.add(choice.get("Next")));
    return next;
  }

  /** The states which may come next. */
  public Set<State> successors() {
    return successors(true);
  }

  /**
   * The states which may come next.
   *
   * @param afterFailures whether also those that a {@code Catch} leads to
   */
  Set<State> successors(boolean afterFailures) {
    Set<State> next = new LinkedHashSet<>();
    for (Setting transition : afterFailures ? transitions() : normalTransitions()) {
      transition.text().values().forEach(target -> next.addAll(workflow.named(target)));
    }
    return next;
  }

  /** Whether it is reached while nothing fails: it does not handle the failure of another. */
  public boolean isReachedNormally() {
    return withEnclosing().stream().allMatch(s -> s.workflow.flow().reaches(s));
  }

  /** Whether no task comes after it while nothing fails. */
  public boolean isLastTask() {
    return withEnclosing().stream().allMatch(s -> s.after().stream().noneMatch(State::works));
  }

  /** The states of its workflow that may come after it while nothing fails. */
  public Set<State> after() {
    Set<State> after = new LinkedHashSet<>();
    Deque<State> open = new ArrayDeque<>(successors(false));
    while (!open.isEmpty()) {
      State next = open.remove();
      if (after.add(next)) {
        open.addAll(next.successors(false));
      }
    }
    return after;
  }

  private boolean works() {
    return is("Task") || !inner.isEmpty();
  }

  /** The states that have certainly ended well when it begins, also those within others. */
  public List<State> alwaysBefore() {
    List<State> before = new ArrayList<>();
    for (State state : withEnclosing()) {
      state.workflow.flow().alwaysBefore(state).forEach(earlier -> earlier.addWithin(before));
    }
    return before;
  }

  private void addWithin(List<State> into) {
    into.add(this);
    inner.forEach(w -> w.flow().always().forEach(s -> s.addWithin(into)));
  }

  /** The language of its fields, as it says itself or the whole definition does. */
  public Optional<String> queryLanguage() {
    Setting own = get("QueryLanguage");
    Setting common = outermost().get("QueryLanguage");
    Setting said = own.present().canHold() ? own : common;
    return said.present().canHold() ? said.text().certain() : Optional.of("JSONPath");
  }

  private Setting outermost() {
    List<State> around = withEnclosing();
    return around.get(around.size() - 1).workflow.setting();
  }

  @Override
  public String toString() {
    return name;
  }
}
