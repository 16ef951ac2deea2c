package io.github.waserverless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.waserverless.configuration.RuleCatalog;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HeadStartTest {

  private static final RuleCatalog CATALOG = RuleCatalog.load(HeadStartTest.class.getClassLoader());

  @Test
  void whatFailsAheadIsNotPrinted() throws InterruptedException {
    AtomicReference<Thread> reader = new AtomicReference<>();
    PrintStream before = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      HeadStart start =
          HeadStart.begin(
              () -> CATALOG,
              () -> {
                reader.set(Thread.currentThread());
                throw new OutOfMemoryError("a table");
              });
      assertSame(CATALOG, start.catalog());
      while (reader.get() == null) {
        Thread.onSpinWait();
      }
      reader.get().join();
    } finally {
      System.setErr(before);
    }
    assertEquals("", printed.toString(StandardCharsets.UTF_8));
  }

  @Test
  void rulesThatCannotBeReadAreAFailureOfTheRun() {
    HeadStart start =
        HeadStart.begin(
            () -> {
              throw new OutOfMemoryError("the rules");
            },
            () -> {});

    assertEquals("the rules", assertThrows(OutOfMemoryError.class, start::catalog).getMessage());
  }
}
