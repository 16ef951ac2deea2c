package io.github.waserverless.rule;

/** The pillars of the AWS Well-Architected Framework. */
public enum Pillar {
  OPERATIONAL_EXCELLENCE("operational excellence"),
  SECURITY("security"),
  RELIABILITY("reliability"),
  PERFORMANCE_EFFICIENCY("performance efficiency"),
  COST_OPTIMIZATION("cost optimization"),
  SUSTAINABILITY("sustainability");

  private final String words;

  Pillar(String words) {
    this.words = words;
  }

  /** The pillar as AWS writes it. */
  public String inWords() {
    return words;
  }
}
