package io.github.waserverless.app;

import io.github.waserverless.source.Location;
import io.github.waserverless.template.Resource;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place where a template writes the number of an account into an ARN or an address. */
public record AccountMention(Resource resource, String account, Location place) {

  private static final Pattern ACCOUNT =
      Pattern.compile(
          "arn:aws[a-z-]*:[a-z0-9-]+:[^:\\s]*:(\\d{12}):"
              + "|https://sqs\\.[^/\\s]+/(\\d{12})/"
              + "|\\b(\\d{12})\\.dkr\\.ecr\\.");

  /**
   * Accounts of AWS itself: its container images, Lambda Insights, Powertools, OpenTelemetry, the
   * AppConfig extension, Parameters and Secrets, and of Datadog.
   */
  private static final Set<String> OF_OTHERS =
      Set.of(
          "137112412989",
          "763104351884",
          "580247275435",
          "017000801446",
          "094274105915",
          "901920570463",
          "027255383542",
          "177933569100",
          "464622532012");

  /** Longer texts are documents of their own. */
  private static final int MOST = 500;

  /** Where other accounts are meant, or nothing is deployed. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "Principal",
          "NotPrincipal",
          "AssumeRolePolicyDocument",
          "Layers",
          "LayerArn",
          "Condition",
          "Description",
          "Metadata",
          "Tags",
          "ImageUri",
          "TrustedAccounts");

  /** All places in the resources of an application. */
  public static List<AccountMention> in(Application app) {
    List<AccountMention> all = new ArrayList<>();
    for (Resource resource : app.resources()) {
      if (resource.declared()) {
        resource.body().get("Properties").ifPresent(p -> collect(p, resource, all));
      }
    }
    return all.stream().filter(m -> isFirst(m, all)).toList();
  }

  /** A resource that names an account again and again is told of once. */
  private static boolean isFirst(AccountMention mention, List<AccountMention> all) {
    return all.stream()
        .filter(m -> m.resource().equals(mention.resource()))
        .filter(m -> m.account().equals(mention.account()))
        .findFirst()
        .filter(mention::equals)
        .isPresent();
  }

  private static void collect(Value value, Resource resource, List<AccountMention> into) {
    if (value instanceof Mapping mapping) {
      mapping.entries().stream()
          .filter(e -> !ELSEWHERE.contains(e.name()))
          .forEach(e -> collect(e.value(), resource, into));
    } else if (value instanceof Sequence sequence) {
      sequence.items().forEach(item -> collect(item, resource, into));
    } else if (value instanceof Intrinsic call) {
      collect(call.argument(), resource, into);
    } else if (value instanceof Scalar scalar && scalar.raw().length() < MOST) {
      account(scalar.raw())
          .ifPresent(a -> into.add(new AccountMention(resource, a, scalar.location())));
    }
  }

  /** The account that a text names. */
  public static Optional<String> account(String text) {
    Matcher found = ACCOUNT.matcher(text);
    return found.find()
        ? Optional.of(found.group(1) != null ? found.group(1) : either(found))
            .filter(a -> !OF_OTHERS.contains(a))
        : Optional.empty();
  }

  private static String either(Matcher found) {
    return found.group(2) != null ? found.group(2) : found.group(3);
  }

  /** Whether it is one that documentation and emulators use. */
  public static boolean isExample(String account) {
    return account.equals("123456789012") || account.equals("000000000000");
  }

  /** Whether it is one that documentation and emulators use. */
  public boolean isExample() {
    return isExample(account);
  }
}
