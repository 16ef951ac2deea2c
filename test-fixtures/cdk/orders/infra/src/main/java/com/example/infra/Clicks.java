package com.example.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.kinesis.Stream;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.StartingPosition;
import software.amazon.awscdk.services.lambda.eventsources.KinesisEventSource;
import software.constructs.Construct;

public class Clicks extends Construct {

  private static final String READER = "Reader";

  public Clicks(Construct scope, String id) {
    super(scope, id);
    Stream stream = Stream.Builder.create(this, "Stream").shardCount(1).build();
    Function reader =
        Function.Builder.create(this, READER)
            .runtime(Handlers.RUNTIME)
            .code(Handlers.CODE)
            .handler("com.example.orders.ClickHandler")
            .timeout(Duration.seconds(60))
            .build();
    reader.addEventSource(
        KinesisEventSource.Builder.create(stream)
            .startingPosition(StartingPosition.TRIM_HORIZON)
            .build());
  }
}
