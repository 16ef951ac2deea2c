package io.github.waserverless.code.flow;

import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.flow.Site.CreationSite;
import io.github.waserverless.source.Location;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a value is made anew for each event: at random, or of a time that soon is another. */
public final class Freshness {

  /** What makes of a time a day or something longer, which a second run will mostly meet. */
  private static final Pattern COARSE =
      Pattern.compile(
          "format\\w*|getYear|getMonth\\w*|getDay\\w*|getHour|truncatedTo|toLocalDate|atStartOfDay");

  private static final Set<String> DAYS =
      Set.of("java.time.LocalDate", "java.time.Year", "java.time.YearMonth");

  private final Set<Location> made = new HashSet<>();

  /** The values that a handler makes in the invoke phase. */
  public Freshness(Reachability reach) {
    reach
        .sites(CallSite.class, Phase.INVOKE)
        .filter(r -> !DAYS.contains(r.site().receiver().name()))
        .forEach(r -> made.add(r.location()));
    reach.sites(CreationSite.class, Phase.INVOKE).forEach(r -> made.add(r.location()));
  }

  /** What makes a value another one for each event; empty when it may be the same. */
  public Optional<Data.Generated> of(Data value) {
    if (value instanceof Data.Generated generated) {
      return made.contains(generated.location()) ? Optional.of(generated) : Optional.empty();
    }
    if (value instanceof Data.OneOf one) {
      return all(one.alternatives());
    }
    if (value instanceof Data.Joined joined) {
      return any(joined.parts());
    }
    if (value instanceof Data.Derived derived) {
      if (isNextOfRandom(derived)) {
        return Optional.of((Data.Generated) derived.from().get(0));
      }
      return any(derived.from())
          .filter(g -> g.source() == Data.Source.RANDOM || !COARSE.matcher(derived.by()).matches());
    }
    if (value instanceof Data.Elements elements) {
      return any(elements.items());
    }
    return value instanceof Data.Built built
        ? any(built.properties().stream().map(Data.Property::value).toList())
        : Optional.empty();
  }

  /** Each number of a generator is another, whenever the generator was made. */
  private static boolean isNextOfRandom(Data.Derived derived) {
    return derived.by().startsWith("next")
        && !derived.from().isEmpty()
        && derived.from().get(0) instanceof Data.Generated g
        && g.source() == Data.Source.RANDOM;
  }

  private Optional<Data.Generated> any(List<Data> parts) {
    return parts.stream().flatMap(p -> of(p).stream()).findFirst();
  }

  /** A value that only sometimes is another, as a fallback is, is left to its author. */
  private Optional<Data.Generated> all(List<Data> alternatives) {
    List<Optional<Data.Generated>> each = alternatives.stream().map(this::of).toList();
    return each.stream().allMatch(Optional::isPresent)
        ? each.stream().flatMap(Optional::stream).findFirst()
        : Optional.empty();
  }
}
