package io.github.waserverless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.waserverless.configuration.FailOn;
import io.github.waserverless.engine.Analysis;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.Notice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExitCodeTest {

  private static int code(List<Notice> notices, List<Analysis.Fault> faults) {
    return CheckCommand.exitCode(
        new Analysis(List.of(), notices, faults, Analysis.Statistics.NOTHING, Map.of()),
        FailOn.NEVER);
  }

  @Test
  void faultsComeBeforeUnreadableInput() {
    Notice unreadable = Notice.unreadable(Location.startOf("a.yaml"), "cannot be read");
    Notice skipped = Notice.notLookedAt(Location.startOf("a.yaml"), "a duplicate key");
    Analysis.Fault fault = new Analysis.Fault("WAS701 on a.yaml", new IllegalStateException());
    assertEquals(ExitCode.CLEAN, code(List.of(skipped), List.of()));
    assertEquals(ExitCode.UNREADABLE, code(List.of(unreadable), List.of()));
    assertEquals(ExitCode.INTERNAL, code(List.of(unreadable), List.of(fault)));
  }
}
