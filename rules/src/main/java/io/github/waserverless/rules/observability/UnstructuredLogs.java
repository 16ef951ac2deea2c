package io.github.waserverless.rules.observability;

import static io.github.waserverless.rule.Pillar.OPERATIONAL_EXCELLENCE;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.code.flow.LogCall;
import io.github.waserverless.code.flow.LogCall.Writer;
import io.github.waserverless.code.flow.Phase;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.template.Truth;
import java.util.List;

/** Lines of plain text cannot be searched by request, customer or level. */
@RuleInfo(
    id = "WAS909",
    name = "logs-not-structured",
    title = "Log lines without structure",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = OPERATIONAL_EXCELLENCE,
    severity = WARNING)
public final class UnstructuredLogs implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      List<LogCall> plain =
          handler.logCalls().stream()
              .filter(log -> log.reached().phase() == Phase.INVOKE)
              .filter(log -> log.by() != Writer.LOGGER)
              .toList();
      List<LogCall> traces = of(Writer.STACK_TRACE, plain);
      List<LogCall> lines = plain.stream().filter(l -> !traces.contains(l)).toList();
      if (!traces.isEmpty()) {
        report(traces, handler, Truth.YES, WARNING, findings);
      } else if (!lines.isEmpty()) {
        lines(lines, handler, findings);
      }
    }
  }

  private static List<LogCall> of(Writer writer, List<LogCall> logs) {
    return logs.stream().filter(log -> log.by() == writer).toList();
  }

  /** With JSON logs Lambda wraps what is printed, and formats what its own logger is given. */
  private static void lines(List<LogCall> lines, FunctionHandler handler, Findings findings) {
    Truth json = handler.function().map(UnstructuredLogs::logsJson).orElse(Truth.UNKNOWN);
    boolean undeployed = handler.function().isEmpty();
    List<LogCall> printed = of(Writer.PRINT, lines);
    if (json.alwaysHolds() && !printed.isEmpty()) {
      report(printed, handler, Truth.YES, NOTE, findings);
    } else if (undeployed) {
      report(lines, handler, Truth.YES, NOTE, findings);
    } else {
      report(lines, handler, json.not(), WARNING, findings);
    }
  }

  private static Truth logsJson(LambdaFunction function) {
    return function.resource().property("LoggingConfig", "LogFormat").is("JSON");
  }

  private static void report(
      List<LogCall> logs, FunctionHandler handler, Truth when, Severity severity, Findings to) {
    LogCall first = logs.get(0);
    String more =
        switch (logs.size()) {
          case 1 -> "";
          case 2 -> ", here and at 1 more place";
          default -> ", here and at %s more places".formatted(logs.size() - 1);
        };
    to.report(
        Problem.in(
                handler,
                first.reached(),
                "%s logs plain text%s: it cannot be searched by request or level"
                    .formatted(handler.name(), more))
            .when(when)
            .as(severity));
  }
}
