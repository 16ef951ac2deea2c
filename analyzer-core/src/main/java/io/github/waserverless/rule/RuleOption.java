package io.github.waserverless.rule;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A number that projects may set for a rule. */
@Retention(RUNTIME)
@Target({})
public @interface RuleOption {

  /** What it is called: {@code least-receives}. */
  String name();

  /** Its value where no project says otherwise. */
  int value();

  /** The smallest number that makes sense. */
  int least() default 0;

  /** What it is, in a few words. */
  String description();
}
