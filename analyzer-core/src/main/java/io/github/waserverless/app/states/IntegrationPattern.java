package io.github.waserverless.app.states;

/**
 * How a task waits for what it calls. Source: AWS Step Functions Developer Guide, "Discover service
 * integration patterns".
 */
public enum IntegrationPattern {
  /** Until the service answers the request. */
  REQUEST_RESPONSE,
  /** Until the job that it starts has ended. */
  RUN_A_JOB,
  /** Until somebody returns the task token. */
  WAIT_FOR_CALLBACK
}
