package com.example.infra;

import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.RuntimeFamily;

final class Handlers {

  static final Runtime RUNTIME = new Runtime("java21", RuntimeFamily.JAVA);
  static final Code CODE = Code.fromAsset("../handlers/target/handlers.jar");

  private Handlers() {}
}
