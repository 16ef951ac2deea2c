package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.library.SdkTypes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A place where code tells a client of AWS which region to call, by a name that it knows itself.
 *
 * @param region the region, as AWS writes it
 * @param isIntended whether it is a fallback, or is called a replica or backup
 */
public record RegionChoice(String region, boolean isIntended, Reached<CallSite> reached) {

  private static final Set<String> METHODS =
      Set.of("region", "withRegion", "setRegion", "signingRegion", "crossRegion");
  private static final Pattern REGION =
      Pattern.compile("(af|ap|ca|cn|eu|il|me|mx|sa|us)(-gov)?-[a-z]+-\\d");
  private static final Pattern OTHER =
      Pattern.compile(
          "(?i).*(replica|backup|secondary|failover|disaster|remote|source|target|dest).*");

  /** Services whose only endpoint is in one region. */
  private static final Set<String> GLOBAL =
      Set.of(
          "cloudfront",
          "waf",
          "wafv2",
          "acm",
          "route53",
          "route53domains",
          "iam",
          "costexplorer",
          "budgets",
          "organizations",
          "globalaccelerator",
          "shield",
          "pricing",
          "ecrpublic",
          "support",
          "identitymanagement");

  /** All places that a handler reaches. */
  public static List<RegionChoice> in(Reachability reach, Evaluation values) {
    return reach
        .sites(CallSite.class)
        .filter(r -> METHODS.contains(r.site().name()) && isClient(r.site().receiver()))
        .flatMap(r -> of(r, values).stream())
        .toList();
  }

  private static boolean isClient(TypeName receiver) {
    TypeName client = SdkTypes.isBuilder(receiver) ? receiver.argument(0) : receiver;
    return SdkTypes.servicePackage(client).filter(s -> !GLOBAL.contains(s)).isPresent();
  }

  private static Optional<RegionChoice> of(Reached<CallSite> call, Evaluation values) {
    List<Expression> arguments = call.site().expression().arguments();
    if (arguments.size() != 1) {
      return Optional.empty();
    }
    List<Data> alternatives = values.of(arguments.get(0), call).alternatives();
    Optional<String> written = alternatives.stream().flatMap(d -> name(d).stream()).findFirst();
    Optional<String> fallback =
        alternatives.stream().flatMap(d -> fallback(d).stream()).findFirst();
    boolean sure = alternatives.size() == 1 && fallback.isEmpty();
    return written
        .or(() -> fallback)
        .map(region -> new RegionChoice(region, !sure || isCalledOther(arguments.get(0)), call));
  }

  private static Optional<String> fallback(Data value) {
    return value instanceof Data.Environment variable
        ? variable.fallback().flatMap(RegionChoice::name)
        : Optional.empty();
  }

  private static Optional<String> name(Data value) {
    if (value instanceof Data.Symbol symbol && symbol.type().simpleName().startsWith("Region")) {
      return Optional.of(symbol.name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .filter(n -> REGION.matcher(n).matches());
    }
    if (value instanceof Data.Derived derived && derived.from().size() == 1) {
      return name(derived.from().get(0));
    }
    return value.constant().filter(n -> REGION.matcher(n).matches());
  }

  private static boolean isCalledOther(Expression argument) {
    return Expressions.in(argument).stream()
        .anyMatch(
            e ->
                (e instanceof Expression.Name name && OTHER.matcher(name.id()).matches())
                    || (e instanceof Expression.Member m && OTHER.matcher(m.name()).matches()));
  }
}
