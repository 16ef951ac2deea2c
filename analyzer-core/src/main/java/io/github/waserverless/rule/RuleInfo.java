package io.github.waserverless.rule;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** What a rule is called and how much it matters. Its page is the Markdown beside it. */
@Retention(RUNTIME)
@Target(TYPE)
public @interface RuleInfo {

  /** {@code WASnnn}, never reused. */
  String id();

  /** The problem as a name: {@code queue-without-dlq}. */
  String name();

  /** The problem in a few words, without a full stop: the title of the page. */
  String title();

  /** The design principles that it belongs to, the main one first. */
  Principle[] principles();

  /** The Well-Architected pillar. */
  Pillar pillar();

  /** How much a finding matters unless the rule says otherwise. */
  Severity severity();

  /** Which profile runs it. */
  Profile profile() default Profile.CORE;

  /** The numbers that projects may set. */
  RuleOption[] options() default {};
}
