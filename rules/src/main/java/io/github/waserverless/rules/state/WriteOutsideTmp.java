package io.github.waserverless.rules.state;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.NO_HARDWARE_AFFINITY;
import static io.github.waserverless.rule.Principle.SHARE_NOTHING;
import static io.github.waserverless.rule.Severity.ERROR;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.code.flow.Data;
import io.github.waserverless.code.flow.FileAccess;
import io.github.waserverless.code.flow.FileAccess.Kind;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Only /tmp and mounted file systems can be written to. */
@RuleInfo(
    id = "WAS306",
    name = "write-outside-tmp",
    title = "File written where Lambda allows none",
    principles = {SHARE_NOTHING, NO_HARDWARE_AFFINITY},
    pillar = RELIABILITY,
    severity = ERROR)
public final class WriteOutsideTmp implements Rule {

  private static final List<String> WRITABLE = List.of("/tmp", "/mnt", "/dev/");

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      for (FileAccess access : handler.fileAccesses()) {
        if (access.kind() == Kind.WRITE) {
          file(access.path())
              .filter(path -> isReadOnly(path, handler))
              .ifPresent(path -> report(path, access, handler, findings));
        }
      }
    }
  }

  private static void report(
      String path, FileAccess access, FunctionHandler handler, Findings findings) {
    findings.report(
        Problem.in(
            handler,
            access.reached(),
            "%s writes to %s: Lambda lets a function write to /tmp only, so this fails"
                .formatted(handler.name(), path)));
  }

  /** The beginning of the path, as far as it tells the folder. */
  private static Optional<String> file(Data path) {
    return path.alternatives().size() == 1
        ? Optional.of(path.prefix()).filter(p -> !p.isBlank())
        : Optional.empty();
  }

  private static boolean isReadOnly(String path, FunctionHandler handler) {
    boolean isPath = !path.contains(":") && !path.contains("${") && !path.startsWith("~");
    return isPath
        && Stream.concat(WRITABLE.stream(), handler.mountPaths().stream())
            .noneMatch(path::startsWith);
  }
}
