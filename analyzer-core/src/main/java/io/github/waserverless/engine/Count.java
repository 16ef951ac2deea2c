package io.github.waserverless.engine;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.code.flow.SdkCall;
import java.util.List;

/** Counts what an application holds, while there is one. */
final class Count {

  private Count() {}

  /**
   * What an application holds.
   *
   * @param all whether also that is counted which takes its time
   */
  static Analysis.Statistics of(Application app, boolean all) {
    return new Analysis.Statistics(
        app.templates().size(),
        0,
        app.templates().isEmpty() ? 0 : 1,
        (int) app.resources().stream().filter(r -> r.declared()).count(),
        app.allFunctions().size(),
        all ? ValueCount.of(app) : Analysis.Values.NONE,
        code(app.handlers(), all));
  }

  private static Analysis.Code code(List<FunctionHandler> handlers, boolean all) {
    List<FunctionHandler> bindable =
        handlers.stream()
            .filter(h -> h.binding().isBindable() && h.function().isPresent())
            .toList();
    return new Analysis.Code(
        handlers.size(),
        (int) handlers.stream().filter(h -> h.function().isEmpty()).count(),
        bindable.size(),
        (int) bindable.stream().filter(h -> h.entry().isPresent()).count(),
        all ? handlers.stream().mapToInt(h -> h.sdkCalls().size()).sum() : 0,
        all ? handlers.stream().mapToInt(h -> SdkCall.unresolved(h.reach()).size()).sum() : 0);
  }
}
