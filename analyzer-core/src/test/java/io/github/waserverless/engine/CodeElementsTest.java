package io.github.waserverless.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.waserverless.app.Application;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.Span;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CodeElementsTest {

  private static final String FILE = "src/Worker.java";
  private static final String SOURCE =
      """
      package com.example;

      import com.amazonaws.services.lambda.runtime.Context;
      import com.amazonaws.services.lambda.runtime.RequestHandler;

      public class Worker implements RequestHandler<String, String> {
        private static final Store STORE = Store.open("orders");

        public String handleRequest(String event, Context context) {
          STORE.put(event).confirm();
          return new Answer(event).text();
        }

        static class Store {
          static Store open(String name) {
            return null;
          }

          Runnable put(String item) {
            return () -> System.out.println(item);
          }
        }
      }
      """;

  /** What the place is in where a text first stands. */
  private static String at(String text, String source) {
    Map<String, String> files = Map.of(FILE, source);
    Application app =
        Project.inMemory(files, Tables.shipped(LocalDate.of(2026, 11, 1))).applications().get(0);
    String before = source.substring(0, source.indexOf(text));
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.length() - before.lastIndexOf('\n');
    return new Elements(app)
        .at(new Location(FILE, new Span(line, column, line, column + text.length())));
  }

  private static String at(String text) {
    String found = at(text, SOURCE);
    assertEquals(found, at(text, "/* moved */\n\n" + SOURCE), "when lines move");
    return found;
  }

  @Test
  void a_call_is_in_its_method() {
    assertEquals("com.example.Worker.handleRequest/put", at("put(event)"));
    assertEquals("com.example.Worker.handleRequest/confirm", at("confirm()"));
    assertEquals("com.example.Worker.handleRequest/new Answer", at("new Answer(event)"));
  }

  @Test
  void a_chain_is_called_by_its_first_call() {
    assertEquals("com.example.Worker.handleRequest/put", at("STORE.put"));
  }

  @Test
  void a_method_is_a_member_of_its_class() {
    assertEquals("com.example.Worker.handleRequest", at("handleRequest"));
    assertEquals("com.example.Worker.Store.put/println", at("println"));
  }

  @Test
  void a_value_of_a_field_is_in_the_field() {
    assertEquals("com.example.Worker.STORE", at("STORE"));
    assertEquals("com.example.Worker.STORE", at("open(\"orders\")"));
  }

  @Test
  void a_class_is_itself() {
    assertEquals("com.example.Worker", at("Worker implements"));
  }

  @Test
  void an_import_is_in_nothing() {
    assertEquals("", at("import com"));
  }

  @Test
  void what_is_written_to_a_field_is_told_by_the_field() {
    String written =
        SOURCE
            .replace("STORE.put(event).confirm();", "last = event;")
            .replace("  private static", "  private String last;\n  private static");
    assertEquals("com.example.Worker.handleRequest/last", at("last = event", written));
    assertEquals("com.example.Worker.last", at("last;", written));
  }
}
