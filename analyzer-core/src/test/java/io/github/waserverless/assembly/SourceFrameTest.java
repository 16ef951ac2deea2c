package io.github.waserverless.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceFrameTest {

  private static String in(String... trace) {
    return SourceFrame.in(List.of(trace))
        .map(f -> "%s %s:%d:%d".formatted(f.type(), f.file(), f.line(), f.column()).strip())
        .orElse("none");
  }

  @Test
  void the_first_frame_of_the_users_own_code_counts() {
    assertEquals(
        "/app/lib/shop.ts:12:5",
        in(
            "...new Queue2 in aws-cdk-lib...",
            "new Queue (/app/node_modules/aws-cdk-lib/aws-sqs/lib/queue.js:1:30)",
            "new Shop (/app/lib/shop.ts:12:5)",
            "<anonymous> (/app/bin/app.ts:3:1)"));
  }

  @Test
  void a_frame_of_java_tells_its_class() {
    assertEquals(
        "demo.App App.java:20:1",
        in(
            "(no user code in 10 frames, use --stack-trace-limit to capture more)",
            "software.amazon.awscdk.services.sqs.Queue$Builder.build (Queue.java:491)",
            "demo.App$OrdersStack.<init> (App.java:20)",
            "org.codehaus.mojo.exec.ExecJavaMojo.doMain (ExecJavaMojo.java:375)"));
  }

  @Test
  void what_runs_the_synthesis_is_not_the_users() {
    assertEquals(
        "none",
        in(
            "...jsii runtime, node internals...",
            "Kernel.create (/jsii-runtime/lib/program.js:1:53289)",
            "process.processImmediate (node:internal/timers:483:21)",
            "Object.<anonymous> (/jsii-kernel/node_modules/aws-cdk-lib/core/lib/stack.js:1:2)",
            "java.lang.Thread.run (Thread.java:840)"));
  }

  @Test
  void older_forms_are_read_as_well() {
    assertEquals("app.js:7:12", in("at app.js:7:12"));
    assertEquals("C:\\work\\app.js:7:12", in("at new Shop (C:\\work\\app.js:7:12)"));
    assertEquals("/app/a.mjs:1:2", in("at file:///app/a.mjs:1:2"));
  }

  @Test
  void what_is_no_frame_is_none() {
    assertEquals(Optional.empty(), SourceFrame.in(List.of("", "nonsense", "x (a.js:0:0)", ":1")));
  }
}
