package io.github.waserverless.rule;

/** Which rules run unless told otherwise. */
public enum Profile {
  /** Always. */
  CORE,
  /** With the strict profile. */
  STRICT,
  /** Only when named. */
  OPTIONAL
}
