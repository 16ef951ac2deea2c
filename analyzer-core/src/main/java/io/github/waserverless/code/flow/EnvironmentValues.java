package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.flow.Site.CallSite;
import java.util.List;
import java.util.Optional;

/** What reads of environment variables and system properties give. */
final class EnvironmentValues {

  private EnvironmentValues() {}

  static Optional<Data> of(CallSite site, Frame frame, Evaluation evaluation) {
    Expression.Call call = site.expression();
    if (site.calls("java.lang.System", "getenv") && call.arguments().size() == 1) {
      return Optional.of(variable(evaluation.of(call.arguments().get(0), frame), Optional.empty()));
    }
    if (site.calls("java.lang.System", "getProperty") && !call.arguments().isEmpty()) {
      boolean temporary =
          evaluation.of(call.arguments().get(0), frame).constants().contains("java.io.tmpdir");
      return Optional.of(temporary ? new Data.Constant("/tmp") : Data.unknown());
    }
    boolean map =
        call.scope().isPresent()
            && call.scope().get() instanceof Expression.Call inner
            && inner.name().equals("getenv")
            && inner.arguments().isEmpty();
    if (map && !call.arguments().isEmpty()) {
      Optional<Data> fallback =
          call.arguments().size() > 1
              ? Optional.of(evaluation.of(call.arguments().get(1), frame))
              : Optional.empty();
      return Optional.of(variable(evaluation.of(call.arguments().get(0), frame), fallback));
    }
    return Optional.empty();
  }

  private static Data variable(Data name, Optional<Data> fallback) {
    List<Data> known =
        name.constants().stream()
            .sorted()
            .map(n -> (Data) new Data.Environment(n, fallback))
            .toList();
    return known.isEmpty() ? Data.unknown() : Data.oneOf(known);
  }
}
