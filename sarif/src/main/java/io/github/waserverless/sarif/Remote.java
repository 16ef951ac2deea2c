package io.github.waserverless.sarif;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a repository is on the web, from its git configuration. */
final class Remote {

  private static final Pattern SECTION = Pattern.compile("\\[remote \"(.*)\"\\]");
  private static final Pattern URL = Pattern.compile("url\\s*=\\s*\"?([^\"]*)\"?");
  private static final Pattern WEB =
      Pattern.compile("(?:https?|ssh|git)://(?:[^/@]*@)?([^/@]+)/(.+)");
  private static final Pattern SSH = Pattern.compile("(?:[^/@:]+@)?([^/@:]{2,}):(?![/:])(.+)");
  private static final Pattern PORT = Pattern.compile(":\\d*$");

  private Remote() {}

  /** The address of {@code origin}, or of the first other remote; empty for one on this machine. */
  static Optional<String> of(String configuration) {
    String remote = "";
    Optional<String> first = Optional.empty();
    for (String written : configuration.lines().toList()) {
      String line = written.strip();
      if (line.startsWith("[")) {
        Matcher section = SECTION.matcher(line);
        remote = section.matches() ? section.group(1) : "";
        continue;
      }
      Matcher url = URL.matcher(line);
      if (!remote.isEmpty() && url.matches()) {
        Optional<String> address = web(url.group(1));
        if (remote.equals("origin")) {
          return address;
        }
        first = first.or(() -> address);
      }
    }
    return first;
  }

  /** An address without user, password and what only git needs. */
  static Optional<String> web(String url) {
    Matcher web = WEB.matcher(url);
    Matcher ssh = SSH.matcher(url);
    if (web.matches()) {
      boolean http = url.startsWith("http");
      String host = http ? web.group(1) : PORT.matcher(web.group(1)).replaceFirst("");
      return address(url.startsWith("http:") ? "http" : "https", host, web.group(2));
    }
    return ssh.matches() ? address("https", ssh.group(1), ssh.group(2)) : Optional.empty();
  }

  private static Optional<String> address(String scheme, String host, String path) {
    String plain = path.replaceFirst("/+$", "").replaceFirst("\\.git$", "");
    try {
      return Optional.of(new URI(scheme + "://" + host + "/" + plain).toASCIIString());
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
