package io.github.waserverless.rules.messaging;

import io.github.waserverless.app.Service;

/** The sources of batches for which a function may report failed records one by one. */
final class BatchSources {

  private BatchSources() {}

  static boolean reportFailures(Service source) {
    return source == Service.SQS || source.isStream();
  }
}
