package io.github.waserverless.rules.messaging;

import io.github.waserverless.app.EventSourceMapping;
import io.github.waserverless.app.Service;

/** The sources of batches for which a function may report failed records one by one. */
final class BatchSources {

  private BatchSources() {}

  static boolean reportFailures(Service source) {
    return source == Service.SQS || source.isStream();
  }

  /** The mapping in words, by what it polls where that is known. */
  static String inWords(EventSourceMapping mapping) {
    return mapping.sources().size() == 1
        ? "the mapping of " + mapping.sources().get(0).name()
        : "its mapping";
  }
}
