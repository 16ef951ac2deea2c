package shop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

public class Handler {

  private final HttpClient http = HttpClient.newHttpClient();

  public String handle(String order) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("https://bank.example.com/" + order)).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
