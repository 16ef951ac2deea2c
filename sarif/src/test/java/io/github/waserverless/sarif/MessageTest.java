package io.github.waserverless.sarif;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.waserverless.source.Location;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessageTest {

  private static Place place(String... names) {
    return new Place(Location.startOf("t.yaml"), List.of(names));
  }

  private static String text(String sentence, Place... places) {
    return Message.of(sentence, List.of(places), 1, 100).text();
  }

  @Test
  void links_what_it_names() {
    assertEquals(
        "[Worker](2) reads [Orders](1) in OrdersStack.",
        text("Worker reads Orders in OrdersStack", place("Orders"), place("Worker")));
  }

  @Test
  void links_only_whole_words() {
    assertEquals(
        "OrdersApi has no log. See [Orders](1).", text("OrdersApi has no log", place("Orders")));
  }

  @Test
  void links_a_resource_that_it_names_rather_than_what_it_is() {
    assertEquals(
        "Less than [Worker](1) may take.",
        text("Less than Worker may take", place("its consumer", "Worker")));
  }

  @Test
  void names_other_places_at_the_end() {
    assertEquals(
        "It is dropped. See [a schedule](1), [a rule](2).",
        text("It is dropped", place("a schedule"), place("a rule")));
  }

  @Test
  void counts_what_is_too_much() {
    Place[] many = IntStream.rangeClosed(1, 12).mapToObj(i -> place("p" + i)).toArray(Place[]::new);
    String links =
        "[p1](1), [p2](2), [p3](3), [p4](4), [p5](5), [p6](6), [p7](7), [p8](8), [p9](9), [p10](10)";
    assertEquals("Many. See " + links + " and 2 more places.", text("Many", many));
    Message cut = Message.of("Many", List.of(many), 1, 2);
    assertEquals("Many. See [p1](1), [p2](2) and 10 more places.", cut.text());
    assertEquals(2, cut.places().size());
  }

  @Test
  void makes_no_links_of_what_the_input_writes() {
    assertEquals("It says [x] (https://e.com).", text("It says [x](https://e.com)"));
    assertEquals("See it. See [a \\[b\\]](1).", text("See it", place("a [b]")));
  }
}
