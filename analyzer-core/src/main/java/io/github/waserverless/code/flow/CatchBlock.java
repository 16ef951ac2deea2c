package io.github.waserverless.code.flow;

import io.github.waserverless.code.Statement;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.flow.Site.CatchSite;
import io.github.waserverless.source.Location;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A catch, and what comes of what it catches.
 *
 * @param outcome what it does about it
 * @param measured whether a metric counts it
 * @param work the calls in its try that do more than to look at something or to tell of it
 */
public record CatchBlock(
    Reached<CatchSite> reached, Outcome outcome, boolean measured, List<Reached<CallSite>> work) {

  private static final Pattern PARSING =
      Pattern.compile("(Json\\w*|JSON|DateTimeParse|Parse|NumberFormat|\\w*Databind)Exception");

  /** What becomes of an exception that is caught. */
  public enum Outcome {
    /** Nobody but a log, a metric or a trace learns of it. */
    TOLD,
    /** It is told, and the method returns a value that may stand for the failure. */
    RETURNED,
    /** It is thrown again, kept, or something else is done. */
    HANDLED
  }

  /** All catches that a handler reaches for an event. */
  static List<CatchBlock> in(Reachability reach) {
    CatchOutcomes outcomes = new CatchOutcomes(reach);
    return reach
        .sites(CatchSite.class, Phase.INVOKE)
        .map(r -> new CatchBlock(r, outcomes.of(r), outcomes.measures(r), work(r, reach, outcomes)))
        .toList();
  }

  private static List<Reached<CallSite>> work(
      Reached<CatchSite> caught, Reachability reach, CatchOutcomes outcomes) {
    return tried(caught, reach)
        .filter(s -> outcomes.isWork(s, caught.step()))
        .map(s -> new Reached<>(s, caught.phase(), caught.steps()))
        .toList();
  }

  @SuppressWarnings("ReferenceEquality") // two tries that read alike are not one
  private static Stream<CallSite> tried(Reached<CatchSite> caught, Reachability reach) {
    Statement.Try of = caught.site().of();
    return reach
        .body(caught.step())
        .sites(CallSite.class)
        .filter(s -> s.around().all(Surroundings.Tried.class).anyMatch(t -> t.of() == of));
  }

  /** Whether it is around all that its method does. */
  public boolean isOutermost() {
    return reached.site().around().all().isEmpty();
  }

  /** Whether it stands in a loop that its try leaves when it succeeds. */
  public boolean mayTryAgain() {
    Statement.Block tried = reached.site().of().body();
    return reached
            .site()
            .around()
            .all(Surroundings.Looped.class)
            .findFirst()
            .filter(l -> !l.loop().isForEach())
            .isPresent()
        && Leaving.sometimes(tried);
  }

  /** Whether it is about texts that do not parse, and about nothing else. */
  public boolean isOfParsing() {
    return types().stream().allMatch(t -> PARSING.matcher(t.simpleName()).matches());
  }

  /** The types that it catches. */
  public List<TypeName> types() {
    return reached.site().types();
  }

  /** Where it is. */
  public Location location() {
    return reached.location();
  }
}
