package io.github.waserverless.app;

/** How a function is invoked. Source: AWS Lambda Developer Guide, "Invoking Lambda functions". */
public enum InvocationMode {
  /** The caller waits for the answer, and retries or not. */
  SYNC,
  /** Lambda queues the event, retries twice and then drops it or sends it to a destination. */
  ASYNC,
  /** Lambda polls the source and invokes with batches: an event source mapping. */
  POLL
}
