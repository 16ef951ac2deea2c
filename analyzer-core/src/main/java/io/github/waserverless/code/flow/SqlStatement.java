package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.library.SdkOperation;
import io.github.waserverless.code.library.SdkTypes;
import io.github.waserverless.source.Location;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A statement that a handler gives to a database.
 *
 * @param text the statement; what is not constant in it is a question mark
 */
public record SqlStatement(String text, Reached<CallSite> reached) {

  private static final Pattern SQL =
      Pattern.compile(
          "(?is)\\s*(insert\\s+(ignore\\s+)?into|update\\s+\\S+\\s+set|delete\\s+from|merge\\s+into"
              + "|replace\\s+into|select\\s|with\\s+\\w+\\s+as\\s*\\()\\b?.*");

  private static final Pattern TABLE =
      Pattern.compile("(?is)\\s*(?:insert\\s+into|update)\\s+([\\w.\"`]+).*");

  /** All statements that a handler reaches, in the order in which they are reached. */
  public static List<SqlStatement> in(Reachability reach, Evaluation values) {
    return reach.sites(CallSite.class).flatMap(r -> of(r, values)).toList();
  }

  private static Stream<SqlStatement> of(Reached<CallSite> r, Evaluation values) {
    CallSite call = r.site();
    boolean data = call.name().equals("sql") && SdkTypes.isBuilder(call.receiver());
    boolean other =
        LogCall.is(call)
            || call.receiver().name().equals("java.lang.String")
            || SdkOperation.of(call.receiver(), call.name()).isPresent();
    return data || !other ? ofArgument(r, values) : Stream.empty();
  }

  private static Stream<SqlStatement> ofArgument(Reached<CallSite> r, Evaluation values) {
    List<Expression> arguments = r.site().expression().arguments();
    if (arguments.isEmpty() || !mayTakeSql(r.site())) {
      return Stream.empty();
    }
    return values.of(arguments.get(0), r).alternatives().stream()
        .flatMap(d -> text(d).stream())
        .filter(t -> SQL.matcher(t).matches())
        .map(t -> new SqlStatement(t, r));
  }

  /** Methods of databases are named for what they do with a statement. */
  private static boolean mayTakeSql(CallSite call) {
    return call.name()
        .matches(
            "prepare\\w*|execute\\w*|update|batchUpdate|query\\w*|addBatch|sql|create\\w*Query"
                + "|createUpdate|nativeQuery|statement");
  }

  private static Optional<String> text(Data value) {
    if (value instanceof Data.Constant constant) {
      return Optional.of(constant.text());
    }
    if (value instanceof Data.Joined joined) {
      StringBuilder text = new StringBuilder();
      joined.parts().forEach(p -> text.append(p.constant().orElse("?")));
      return Optional.of(text.toString());
    }
    return Optional.empty();
  }

  /** Whether it adds a row, whatever is there already. */
  public boolean insertsBlindly() {
    return text.matches("(?is)\\s*insert\\s+into.*") && !isGuarded();
  }

  /** Whether it changes a value by an amount. */
  public boolean counts() {
    return text.matches("(?is)\\s*update\\s.*\\bset\\b.*?(\\w+)\\s*=\\s*(\\w+\\.)?\\1\\s*[+-].*")
        && !isGuarded();
  }

  /** Whether it says what to do with a row that is there already. */
  public boolean isGuarded() {
    return text.matches(
        "(?is).*\\b(on\\s+conflict|on\\s+duplicate\\s+key|insert\\s+ignore|merge\\s+into|not\\s+exists"
            + "|replace\\s+into)\\b.*|(?is)\\s*update\\b.*\\bwhere\\b.*\\bversion\\s*=.*");
  }

  /** The table that it changes; empty when it is not known. */
  public Optional<String> table() {
    Matcher table = TABLE.matcher(text);
    return table.matches() ? Optional.of(table.group(1)) : Optional.empty();
  }

  /** Where it is. */
  public Location location() {
    return reached.location();
  }
}
