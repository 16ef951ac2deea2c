package io.github.waserverless.sarif;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected hashes are those of GitHub's own tests of {@code fingerprints.ts}. */
class LineHashesTest {

  private static final List<String> GREETINGS =
      List.of(
          "e9496ae3ebfced30:1",
          "fb7c023a8b9ccb3f:1",
          "ce8ba1a563dcdaca:1",
          "e20e36e16fcb0cc8:1",
          "b3edc88f2938467e:1",
          "c8e28b0b4002a3a0:1",
          "c129715d7a2bc9a3:1");

  @Test
  void an_empty_text_has_one_line() {
    assertEquals(List.of("c129715d7a2bc9a3:1"), LineHashes.of(""));
  }

  @Test
  void spaces_and_tabs_do_not_count_and_no_zeros_fill_up() {
    assertEquals(
        List.of(
            "271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"),
        LineHashes.of(" a\nb\n  \t\tc\n d"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n",
        " hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r",
        " hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n",
        " hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n"
      })
  void line_ends_are_all_alike(String text) {
    assertEquals(GREETINGS, LineHashes.of(text));
  }

  @Test
  void what_comes_again_is_counted() {
    assertEquals(
        List.of(
            "a7f2ff13bc495cf2:1",
            "a7f2ff13bc495cf2:2",
            "a7f2ff13bc495cf2:3",
            "a7f2ff13bc495cf2:4",
            "a7f2ff13bc495cf2:5",
            "a7f2ff13bc495cf2:6",
            "a7f2ff1481e87703:1",
            "a9cf91f7bbf1862b:1",
            "55ec222b86bcae53:1",
            "cc97dc7b1d7d8f7b:1",
            "c129715d7a2bc9a3:1"),
        LineHashes.of("Lorem ipsum dolor sit amet.\n".repeat(10)));
  }

  @Test
  void lines_longer_than_the_window_have_one_hash_each() {
    String text = ("key: " + "v".repeat(250) + "\n").repeat(3);
    assertEquals(4, LineHashes.of(text).size());
  }
}
