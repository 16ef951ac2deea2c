package io.github.waserverless.rule;

/**
 * The design principles of the Serverless Applications Lens. Source: AWS Well-Architected
 * Framework, Serverless Applications Lens, "Design principles".
 */
public enum Principle {
  SPEEDY_SIMPLE_SINGULAR("speedy, simple, singular"),
  CONCURRENT_REQUESTS("think concurrent requests, not total requests"),
  SHARE_NOTHING("share nothing"),
  NO_HARDWARE_AFFINITY("assume no hardware affinity"),
  ORCHESTRATE_WITH_STATE_MACHINES("orchestrate with state machines, not functions"),
  EVENTS_TRIGGER_TRANSACTIONS("use events to trigger transactions"),
  DESIGN_FOR_FAILURES("design for failures and duplicates");

  private final String words;

  Principle(String words) {
    this.words = words;
  }

  /** The principle as the Lens writes it. */
  public String inWords() {
    return words;
  }
}
