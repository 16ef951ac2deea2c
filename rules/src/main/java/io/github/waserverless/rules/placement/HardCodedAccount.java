package io.github.waserverless.rules.placement;

import static io.github.waserverless.rule.Pillar.OPERATIONAL_EXCELLENCE;
import static io.github.waserverless.rule.Principle.NO_HARDWARE_AFFINITY;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.AccountMention;
import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.code.flow.WrittenText;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import java.util.Optional;

/** An application that names an account works in that account only. */
@RuleInfo(
    id = "WAS402",
    name = "hard-coded-account-or-arn",
    title = "Account written into an ARN or address",
    principles = NO_HARDWARE_AFFINITY,
    pillar = OPERATIONAL_EXCELLENCE,
    severity = WARNING)
public final class HardCodedAccount implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (AccountMention mention : AccountMention.in(app)) {
      String fact = "the account " + mention.account() + ": in another account it is wrong";
      findings.report(
          Problem.at(
                  mention.place(), mention.resource(), mention.resource().name() + " names " + fact)
              .as(mention.isExample() ? NOTE : WARNING)
              .grouped(new Grouping("resources", "name " + fact, Optional.empty())));
    }
    for (FunctionHandler handler : app.handlers()) {
      for (WrittenText text : WrittenText.in(handler.reach())) {
        AccountMention.account(text.text())
            .ifPresent(
                account ->
                    findings.report(
                        Problem.at(
                                text.location(),
                                handler,
                                "%s names the account %s in its code: in another account it is wrong"
                                    .formatted(handler.name(), account))
                            .as(AccountMention.isExample(account) ? NOTE : WARNING)));
      }
    }
  }
}
