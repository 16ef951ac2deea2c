package io.github.waserverless.sarif;

import java.nio.charset.StandardCharsets;

/** Names of files as URIs. */
final class Uris {

  private static final String PLAIN = "-._~/!$&'()*+,;=@";

  private Uris() {}

  /** A relative or absolute path with forward slashes as a URI: {@code my%20app/template.yaml}. */
  static String of(String path) {
    if (path.startsWith("//")) {
      return "file:" + encoded(path);
    }
    if (path.startsWith("/")) {
      return "file://" + encoded(path);
    }
    if (hasDrive(path)) {
      return "file:///" + path.substring(0, 2) + encoded(path.substring(2));
    }
    return encoded(path);
  }

  /** Whether a path starts at the root of a file system, that of Windows included. */
  static boolean isAbsolute(String path) {
    return path.startsWith("/") || hasDrive(path);
  }

  private static boolean hasDrive(String path) {
    return path.length() > 2
        && path.charAt(1) == ':'
        && path.charAt(2) == '/'
        && isLetter(path.charAt(0));
  }

  private static String encoded(String path) {
    StringBuilder uri = new StringBuilder(path.length() + 16);
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (isLetter(c) || (c >= '0' && c <= '9') || PLAIN.indexOf(c) >= 0) {
        uri.append(c);
      } else {
        uri.append('%').append("%02X".formatted((int) c));
      }
    }
    return uri.toString();
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
