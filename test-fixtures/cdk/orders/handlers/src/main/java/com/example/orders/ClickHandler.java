package com.example.orders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;

public class ClickHandler implements RequestHandler<KinesisEvent, Void> {

  private int seen;

  @Override
  public Void handleRequest(KinesisEvent event, Context context) {
    seen += event.getRecords().size();
    return null;
  }
}
