package com.example.infra;

import software.amazon.awscdk.App;

public final class OrdersApp {

  private OrdersApp() {}

  public static void main(String[] args) {
    App app = new App();
    new OrdersStack(app, "OrdersStack");
    app.synth();
  }
}
