package io.github.waserverless.engine;

import java.util.BitSet;

/** A pattern of git: {@code *} and {@code ?} stay inside of a path's part, {@code **} does not. */
record Glob(String pattern, Kind kind) {

  /** How much of the syntax a pattern uses: most are names or endings, and folders have many. */
  private enum Kind {
    NAME,
    ENDING,
    PATTERN
  }

  Glob(String pattern) {
    this(pattern, kind(pattern));
  }

  private static Kind kind(String pattern) {
    if (isPlain(pattern)) {
      return Kind.NAME;
    }
    return pattern.charAt(0) == '*' && isPlain(pattern.substring(1)) ? Kind.ENDING : Kind.PATTERN;
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("*?[\\".indexOf(text.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  boolean matches(String path) {
    return switch (kind) {
      case NAME -> path.equals(pattern);
      case ENDING ->
          path.endsWith(pattern.substring(1))
              && path.lastIndexOf('/', path.length() - pattern.length()) < 0;
      case PATTERN -> new Match(pattern, path).from(0, 0);
    };
  }

  /** One comparison. It remembers what failed, so that no pattern takes exponential time. */
  private static final class Match {

    private final String pattern;
    private final String path;
    private final BitSet failed = new BitSet();

    Match(String pattern, String path) {
      this.pattern = pattern;
      this.path = path;
    }

    boolean from(int p, int t) {
      int state = p * (path.length() + 1) + t;
      if (failed.get(state)) {
        return false;
      }
      boolean matches = step(p, t);
      if (!matches) {
        failed.set(state);
      }
      return matches;
    }

    private boolean step(int p, int t) {
      if (p == pattern.length()) {
        return t == path.length();
      }
      char c = pattern.charAt(p);
      if (c == '*') {
        return stars(p, t);
      }
      if (t == path.length()) {
        return false;
      }
      if (c == '[') {
        return characterClass(p, t);
      }
      boolean escape = c == '\\' && p + 1 < pattern.length();
      char wanted = escape ? pattern.charAt(p + 1) : c;
      boolean fits =
          c == '?' ? path.charAt(t) != '/' : path.charAt(t) == wanted && (escape || c != '\\');
      return fits && from(p + (escape ? 2 : 1), t + 1);
    }

    private boolean stars(int p, int t) {
      int after = p;
      while (after < pattern.length() && pattern.charAt(after) == '*') {
        after++;
      }
      boolean startsPart = p == 0 || pattern.charAt(p - 1) == '/';
      boolean endsPart = after == pattern.length() || pattern.charAt(after) == '/';
      boolean anyDepth = after - p > 1 && startsPart && endsPart;
      if (anyDepth && after < pattern.length() && from(after + 1, t)) {
        return true;
      }
      for (int end = t; ; end++) {
        if (from(after, end)) {
          return true;
        }
        if (end == path.length() || (path.charAt(end) == '/' && !anyDepth)) {
          return false;
        }
      }
    }

    private boolean characterClass(int open, int t) {
      char c = path.charAt(t);
      int p = open + 1;
      boolean negated =
          p < pattern.length() && (pattern.charAt(p) == '!' || pattern.charAt(p) == '^');
      if (negated) {
        p++;
      }
      boolean within = false;
      for (boolean first = true; ; first = false) {
        if (p >= pattern.length()) {
          return false;
        }
        if (pattern.charAt(p) == ']' && !first) {
          break;
        }
        int named = pattern.startsWith("[:", p) ? pattern.indexOf(":]", p + 2) : -1;
        if (named > 0) {
          within |= isOf(pattern.substring(p + 2, named), c);
          p = named + 2;
          continue;
        }
        int low = at(p);
        int high = low;
        if (low + 2 < pattern.length()
            && pattern.charAt(low + 1) == '-'
            && pattern.charAt(low + 2) != ']') {
          high = at(low + 2);
        }
        if (high >= pattern.length()) {
          return false;
        }
        within |= c >= pattern.charAt(low) && c <= pattern.charAt(high);
        p = high + 1;
      }
      return within != negated && c != '/' && from(p + 1, t + 1);
    }

    /** Where the character itself stands, behind a backslash or not. */
    private int at(int p) {
      return pattern.charAt(p) == '\\' ? p + 1 : p;
    }

    private static boolean isOf(String name, char c) {
      if (c > 127) {
        return false;
      }
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean digit = c >= '0' && c <= '9';
      return switch (name) {
        case "alpha" -> letter;
        case "digit" -> digit;
        case "alnum" -> letter || digit;
        case "lower" -> c >= 'a' && c <= 'z';
        case "upper" -> c >= 'A' && c <= 'Z';
        case "xdigit" -> digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        case "space" -> c == ' ' || (c >= '\t' && c <= '\r');
        case "blank" -> c == ' ' || c == '\t';
        case "punct" -> c > ' ' && c < 127 && !letter && !digit;
        case "print" -> c >= ' ' && c < 127;
        case "graph" -> c > ' ' && c < 127;
        case "cntrl" -> c < ' ' || c == 127;
        default -> false;
      };
    }
  }
}
