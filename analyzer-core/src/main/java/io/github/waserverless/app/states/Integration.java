package io.github.waserverless.app.states;

import static io.github.waserverless.app.states.IntegrationPattern.REQUEST_RESPONSE;
import static io.github.waserverless.app.states.IntegrationPattern.RUN_A_JOB;
import static io.github.waserverless.app.states.IntegrationPattern.WAIT_FOR_CALLBACK;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a Task state calls: its {@code Resource}, {@code
 * arn:aws:states:::ecs:runTask.waitForTaskToken} for instance, in parts.
 *
 * @param service the service in lower case: {@code lambda}, {@code dynamodb}, {@code http}
 * @param action the action: {@code invoke}, {@code putItem}; empty where the resource itself is
 *     named
 * @param pattern how the task waits for it
 * @param sdk whether it is an integration of the AWS SDK, not an optimized one
 */
public record Integration(String service, String action, IntegrationPattern pattern, boolean sdk) {

  /** A Lambda function that {@code Resource} names itself. */
  public static final Integration FUNCTION = new Integration("lambda", "", REQUEST_RESPONSE, false);

  /** An activity, whose workers ask for tasks and return their tokens. */
  public static final Integration ACTIVITY =
      new Integration("activity", "", WAIT_FOR_CALLBACK, false);

  private static final Pattern ACTION =
      Pattern.compile(
          "arn:[^:]*:states:[^:]*:[^:]*:(aws-sdk:)?([\\w-]+):(\\w+)"
              + "(?:\\.(sync(?::\\d)?|waitForTaskToken))?");
  private static final Pattern ACTIVITY_ARN =
      Pattern.compile("arn:[^:]*:states:[^:]*:[^:]*:activity:.+");
  private static final Pattern FUNCTION_ARN =
      Pattern.compile("arn:[^:]*:lambda:[^:]*:[^:]*:function:.+");

  private static final Pattern WRITES =
      Pattern.compile(
          "publish|(put|update|delete|create|send|publish|transactWrite|batchWrite|start|run|submit"
              + "|copy|add|remove|set|tag|terminate|execute|post)[A-Z]\\w*");

  /** The call that an ARN in {@code Resource} stands for. */
  static Optional<Integration> of(String resource) {
    if (ACTIVITY_ARN.matcher(resource).matches()) {
      return Optional.of(ACTIVITY);
    }
    if (FUNCTION_ARN.matcher(resource).matches()) {
      return Optional.of(FUNCTION);
    }
    Matcher arn = ACTION.matcher(resource);
    return arn.matches()
        ? Optional.of(
            new Integration(
                arn.group(2).toLowerCase(Locale.ROOT),
                arn.group(3),
                pattern(arn.group(4)),
                arn.group(1) != null))
        : Optional.empty();
  }

  private static IntegrationPattern pattern(@Nullable String suffix) {
    if (suffix == null) {
      return REQUEST_RESPONSE;
    }
    return suffix.equals("waitForTaskToken") ? WAIT_FOR_CALLBACK : RUN_A_JOB;
  }

  /** Whether it invokes a Lambda function. */
  public boolean isLambda() {
    return is("lambda", "invoke") || equals(FUNCTION);
  }

  /** Whether it is this action of this service, whatever the pattern. */
  public boolean is(String aService, String anAction) {
    return service.equals(aService) && action.equals(anAction);
  }

  /** Whether the action, by its name, changes something. */
  public boolean writes() {
    return WRITES.matcher(action).matches();
  }

  /** The call in words: {@code ecs:runTask.sync}, {@code an activity}. */
  public String inWords() {
    String suffix =
        switch (pattern) {
          case REQUEST_RESPONSE -> "";
          case RUN_A_JOB -> ".sync";
          case WAIT_FOR_CALLBACK -> ".waitForTaskToken";
        };
    return equals(ACTIVITY) ? "an activity" : service + ":" + action + suffix;
  }
}
