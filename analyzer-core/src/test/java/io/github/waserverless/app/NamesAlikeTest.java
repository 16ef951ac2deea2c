package io.github.waserverless.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesAlikeTest {

  private static List<String> alike(String one, String other) {
    return new NamesAlike<>(List.of(one), List::<String>of).of(other).distinct().toList();
  }

  @ParameterizedTest
  @CsvSource({
    "orders, orders",
    "orders-${Stage}, orders-dev",
    "${App}-orders-${Stage}, shop-orders-dev",
    "${App}${Stage}, ab",
    "a${X}b${Y}c, a-b-b-c",
    "orders-${Stage}, orders-${Other}",
  })
  void namesThatCanTurnOutTheSame(String one, String other) {
    assertEquals(List.of(one), alike(one, other));
    assertEquals(List.of(other), alike(other, one));
  }

  @ParameterizedTest
  @CsvSource({
    "orders, order",
    "orders-${Stage}, orders-",
    "orders-${Stage}-log, orders-log",
    "${App}${Stage}, a",
    "a${X}b${Y}c, a-b-d",
    "a${X}bb${Y}bb, axbb",
    "ab${X}ba, aba",
  })
  void namesThatCannot(String one, String other) {
    assertEquals(List.of(), alike(one, other));
    assertEquals(List.of(), alike(other, one));
  }

  @Test
  void manyHolesTakeNoLongerThanFew() {
    String holes = "${A}-".repeat(40) + "x${B}";
    assertEquals(List.of(), alike(holes, "-".repeat(2_000)));
  }
}
