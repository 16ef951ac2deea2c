package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.Statement;
import io.github.waserverless.code.flow.Site.CallSite;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the tests that leave records out before anything is done with them. */
final class RecordFilters {

  /** What makes objects of texts. */
  private static final Pattern READS =
      Pattern.compile("(read|from|parse|convert|decode|deserialize|to|unmarshall?|map)\\w*");

  private final Reachability reach;
  private final Evaluation values;

  RecordFilters(Reachability reach, Evaluation values) {
    this.reach = reach;
    this.values = values;
  }

  /**
   * What runs for one record.
   *
   * @param step the method that it stands in
   */
  record Round(List<Statement> statements, Step step) {}

  Optional<RecordFilter> of(RecordLoop loop) {
    return loop.rounds(reach).flatMap(round -> of(round).stream()).findFirst();
  }

  private Optional<RecordFilter> of(Round round) {
    List<Statement> acting =
        round.statements().stream().filter(s -> !isPreparing(s, round.step())).toList();
    if (acting.isEmpty()) {
      return Optional.empty();
    }
    Statement first = acting.get(0);
    if (first instanceof Statement.If branch) {
      return ofBranch(branch, acting.size() > 1, round.step());
    }
    if (first instanceof Statement.Switch choice && acting.size() == 1) {
      return ofSwitch(choice, round.step());
    }
    return first instanceof Statement.Return r && acting.size() == 1
        ? r.value().flatMap(v -> comparison(v, true, round.step()))
        : Optional.empty();
  }

  /** Log output, and variables for what is tested. */
  private boolean isPreparing(Statement statement, Step step) {
    Body body = reach.body(step);
    return (statement instanceof Statement.Local local
            && local.value().filter(v -> !onlyReads(v, body)).isEmpty())
        || (statement instanceof Statement.Evaluate e
            && e.expression() instanceof Expression.Call call
            && body.site(call, CallSite.class).filter(Telemetry::is).isPresent());
  }

  private static boolean onlyReads(Expression value, Body body) {
    return Expressions.in(value).stream()
        .flatMap(e -> body.site(e, CallSite.class).stream())
        .allMatch(c -> !Telemetry.isWork(c) || READS.matcher(c.name()).matches());
  }

  /** Either the rest is left when the test fails, or all that is done stands in the branch. */
  private Optional<RecordFilter> ofBranch(Statement.If branch, boolean more, Step step) {
    boolean skips = more && branch.whenFalse().isEmpty() && onlySkips(branch.whenTrue(), step);
    boolean wraps =
        !more
            && branch.whenFalse().filter(other -> !onlySkips(other, step)).isEmpty()
            && !onlySkips(branch.whenTrue(), step);
    return skips || wraps ? comparison(branch.condition(), wraps, step) : Optional.empty();
  }

  private boolean onlySkips(Statement statement, Step step) {
    List<Statement> all =
        statement instanceof Statement.Block block ? block.statements() : List.of(statement);
    return all.stream()
        .allMatch(
            s ->
                isPreparing(s, step)
                    || s instanceof Statement.Jump
                    || (s instanceof Statement.Return r && r.value().isEmpty()));
  }

  private Optional<RecordFilter> ofSwitch(Statement.Switch choice, Step step) {
    List<Statement.Branch> acting =
        choice.branches().stream()
            .filter(b -> !b.statements().stream().allMatch(s -> onlySkips(s, step)))
            .toList();
    if (acting.size() != 1 || acting.get(0).labels().size() != 1) {
      return Optional.empty();
    }
    return values
        .of(acting.get(0).labels().get(0), step)
        .constant()
        .map(
            label ->
                new RecordFilter(
                    values.of(choice.selector(), step), label, choice.selector().location()));
  }

  /**
   * A comparison with a constant.
   *
   * @param holds whether a record is worked on when it holds, or when it does not
   */
  private Optional<RecordFilter> comparison(Expression condition, boolean holds, Step step) {
    if (condition instanceof Expression.Operation not && not.operator().equals("!")) {
      return comparison(not.operands().get(0), !holds, step);
    }
    if (!holds
        || !(condition instanceof Expression.Call call)
        || !call.name().equals("equals")
        || call.scope().isEmpty()
        || call.arguments().size() != 1) {
      return Optional.empty();
    }
    Data one = values.of(call.scope().get(), step);
    Data other = values.of(call.arguments().get(0), step);
    return Stream.of(pair(one, other, call), pair(other, one, call))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<RecordFilter> pair(Data tested, Data with, Expression.Call call) {
    return with.constant().map(text -> new RecordFilter(tested, text, call.location()));
  }
}
