package io.github.waserverless.sarif;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrisTest {

  @ParameterizedTest
  @CsvSource({
    "infra/template.yaml, infra/template.yaml",
    "my app/template.yaml, my%20app/template.yaml",
    "größe/日本.yaml, gr%C3%B6%C3%9Fe/%E6%97%A5%E6%9C%AC.yaml",
    "😀.yaml, %F0%9F%98%80.yaml",
    "50%/a#b?c.yaml, 50%25/a%23b%3Fc.yaml",
    "a:b/c.yaml, a%3Ab/c.yaml",
    "[x]{y}|z^`.yaml, %5Bx%5D%7By%7D%7Cz%5E%60.yaml",
    "/home/me/my app/t.yaml, file:///home/me/my%20app/t.yaml",
    "C:/Users/My Name/t.yaml, file:///C:/Users/My%20Name/t.yaml",
    "//server/share/t.yaml, file://server/share/t.yaml"
  })
  void are_valid_whatever_a_file_is_called(String path, String uri) {
    assertEquals(uri, Uris.of(path));
    assertEquals(uri, URI.create(uri).toString());
  }
}
