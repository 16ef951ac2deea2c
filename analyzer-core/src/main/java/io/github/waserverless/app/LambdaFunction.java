package io.github.waserverless.app;

import io.github.waserverless.source.Location;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Template;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Lambda function, SAM's and CloudFormation's alike, with {@code Globals} applied.
 *
 * @param resource the function as CloudFormation sees it
 * @param triggers what invokes it
 * @param vended whether the CDK put it there itself, so that nobody can change it
 */
public record LambdaFunction(Resource resource, List<Trigger> triggers, boolean vended) {

  private static final Set<Service> CALLERS =
      EnumSet.of(
          Service.API_GATEWAY,
          Service.AUTHORIZER,
          Service.FUNCTION_URL,
          Service.LOAD_BALANCER,
          Service.APPSYNC,
          Service.COGNITO,
          Service.LEX,
          Service.ALEXA,
          Service.CONNECT,
          Service.BEDROCK,
          Service.STEP_FUNCTIONS);

  /** The logical id. */
  public String name() {
    return resource.name();
  }

  /** The logical id's key. */
  public Location location() {
    return resource.location();
  }

  /** A property, under its CloudFormation name. */
  public Setting property(String... path) {
    return resource.property(path);
  }

  /** {@code MemorySize} in MB; 128 when absent. */
  public Setting memorySize() {
    return property("MemorySize");
  }

  /** {@code Timeout} in seconds; 3 when absent. */
  public Setting timeout() {
    return property("Timeout");
  }

  /** How many executions are kept for the function, which are also all that it may have. */
  public Setting reservedConcurrency() {
    return property("ReservedConcurrentExecutions");
  }

  /** {@code Active} or {@code PassThrough}; the latter when absent. */
  public Setting tracingMode() {
    return property("TracingConfig", "Mode");
  }

  /** The identifier of the runtime. */
  public Setting runtime() {
    return property("Runtime");
  }

  /** {@code Environment.Variables}. */
  public Setting environment() {
    return property("Environment", "Variables");
  }

  /** {@code PublishedVersions} where versions start from a snapshot; {@code None} when absent. */
  public Setting snapStart() {
    return property("SnapStart", "ApplyOn");
  }

  /** Whether something invokes it in this way. */
  public boolean invoked(InvocationMode mode) {
    return triggers.stream().anyMatch(t -> t.mode() == mode);
  }

  /** Whether somebody waits for its answer: a user, a client, a workflow. */
  public boolean servesCallers() {
    return triggers.stream()
        .anyMatch(t -> t.mode() == InvocationMode.SYNC && CALLERS.contains(t.service()));
  }

  /** Whether the runtime is known to be one of Java's. */
  public boolean runsJava() {
    return runtime().text().certain().filter(r -> r.startsWith("java")).isPresent();
  }

  /** Whether it only serves custom resources, and so never runs in production traffic. */
  public boolean servesOnlyCustomResources() {
    return !triggers.isEmpty()
        && triggers.stream().allMatch(t -> t.service() == Service.CLOUDFORMATION);
  }

  /** Whether CodeDeploy runs it to test a new version before or after traffic shifts to it. */
  public boolean testsDeployments() {
    return triggers.stream().anyMatch(t -> t.service() == Service.CODEDEPLOY)
        || property("FunctionName").isLike(n -> n.startsWith("CodeDeployHook_")).canHold();
  }

  /** Whether CloudFront runs it at its locations, with their limits and log groups. */
  public boolean runsAtEdge() {
    return triggers.stream().anyMatch(t -> t.service() == Service.CLOUDFRONT);
  }

  /** Whether its code stands in the template: glue rather than an application. */
  public boolean hasInlineCode() {
    return property("Code", "ZipFile").present().canHold();
  }

  /** Where {@code Globals} of its template may set what it does not, if they reach it. */
  Optional<Location> globals(Template template) {
    boolean reached =
        template
            .writtenType(resource.owner())
            .filter("AWS::Serverless::Function"::equals)
            .isPresent();
    return reached ? template.globals("Function") : Optional.empty();
  }

  /** Two functions are the same when they are one resource. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LambdaFunction function && resource.equals(function.resource);
  }

  @Override
  public int hashCode() {
    return resource.hashCode();
  }

  /** The text of a property that does not depend on deployment. */
  public Optional<String> text(String... path) {
    return property(path).text().certain();
  }
}
