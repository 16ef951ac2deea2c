package io.github.waserverless.sarif;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteTest {

  @ParameterizedTest
  @CsvSource({
    "https://github.com/acme/orders.git, https://github.com/acme/orders",
    "https://github.com/acme/orders/, https://github.com/acme/orders",
    "https://me:ghp_secret@github.com/acme/orders.git, https://github.com/acme/orders",
    "https://x-access-token@github.com/acme/orders, https://github.com/acme/orders",
    "http://git.example.com:8080/acme/orders.git, http://git.example.com:8080/acme/orders",
    "git@github.com:acme/orders.git, https://github.com/acme/orders",
    "github.com:acme/orders, https://github.com/acme/orders",
    "ssh://git@git.example.com:2222/acme/orders.git, https://git.example.com/acme/orders",
    "git://git.example.com/orders.git, https://git.example.com/orders"
  })
  void is_an_address_without_secrets(String url, String address) {
    assertEquals(Optional.of(address), Remote.web(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/srv/git/orders.git",
        "../orders",
        "file:///srv/git/orders.git",
        "C:\\git\\orders",
        "codecommit::eu-central-1://orders",
        "https://github.com/acme/or ders"
      })
  void is_none_for_what_others_cannot_reach(String url) {
    assertEquals(Optional.empty(), Remote.web(url));
  }

  @Test
  void origin_comes_before_other_remotes() {
    String configuration =
        """
        [core]
        \turl = https://example.com/not/this
        [remote "fork"]
        \turl = git@github.com:me/orders.git
        [remote "origin"]
        \tfetch = +refs/heads/*:refs/remotes/origin/*
        \turl = git@github.com:acme/orders.git
        [branch "main"]
        \tremote = origin
        """;
    assertEquals(Optional.of("https://github.com/acme/orders"), Remote.of(configuration));
    assertEquals(
        Optional.of("https://github.com/me/orders"),
        Remote.of(configuration.replace("origin\"", "upstream\"")));
    assertEquals(Optional.empty(), Remote.of("[core]\n\tbare = false\n"));
  }
}
