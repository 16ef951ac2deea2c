package io.github.waserverless.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What the launcher's archive of classes is made from. */
class RehearsalTest {

  @Test
  void judgesSeveralExamplesOfEachRule() {
    assertTrue(Rehearsal.judgeExamples() > 300);
  }
}
