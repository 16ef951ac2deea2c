package io.github.waserverless.sarif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The sentences of a result with links to its further places, which are the only ones that GitHub
 * shows.
 *
 * @param places the places in the order of their ids, which count from 1
 */
record Message(String text, List<Place> places) {

  /** Links after the sentence; more are only counted. */
  private static final int MOST_LINKS = 10;

  private record Link(int start, int end, int id) {}

  /**
   * The message of one sentence.
   *
   * @param all its places
   * @param firstId the id of the first one
   * @param most how many of them may be kept
   */
  static Message of(String sentence, List<Place> all, int firstId, int most) {
    List<Place> places = all.subList(0, Math.min(all.size(), most));
    String text = harmless(sentence);
    List<Link> links = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      if (!link(places.get(i), firstId + i, text, links)) {
        others.add(i);
      }
    }
    StringBuilder message = new StringBuilder();
    int end = 0;
    links.sort(Comparator.comparingInt(Link::start));
    for (Link link : links) {
      message.append(text, end, link.start());
      append(text.substring(link.start(), link.end()), link.id(), message);
      end = link.end();
    }
    message.append(text, end, text.length()).append(ending(text));
    appendOthers(places, others, firstId, all.size() - places.size(), message);
    return new Message(message.toString(), places);
  }

  private static String ending(String text) {
    return text.endsWith(".") ? "" : ".";
  }

  private static void appendOthers(
      List<Place> places, List<Integer> others, int firstId, int left, StringBuilder message) {
    for (int i = 0; i < Math.min(others.size(), MOST_LINKS); i++) {
      int index = others.get(i);
      message.append(i == 0 ? " See " : ", ");
      append(places.get(index).label(), firstId + index, message);
    }
    int untold = Math.max(0, others.size() - MOST_LINKS) + left;
    if (untold > 0) {
      message
          .append(others.isEmpty() ? " See " : " and ")
          .append(untold + " more place" + (untold == 1 ? "" : "s"));
    }
    if (!others.isEmpty() || untold > 0) {
      message.append('.');
    }
  }

  /** Makes a link of the first mention of a place; false when nothing in the text names it. */
  private static boolean link(Place place, int id, String text, List<Link> links) {
    for (String name : place.names()) {
      int start = mention(name, text, links);
      if (start >= 0) {
        links.add(new Link(start, start + name.length(), id));
        return true;
      }
    }
    return false;
  }

  private static int mention(String name, String text, List<Link> links) {
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      int start = at;
      int end = at + name.length();
      boolean word = !isWord(text, start - 1) && !isWord(text, end);
      if (word && links.stream().noneMatch(l -> l.start() < end && start < l.end())) {
        return start;
      }
    }
    return -1;
  }

  private static boolean isWord(String text, int at) {
    return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
  }

  private static void append(String name, int id, StringBuilder message) {
    String escaped = name.replace("[", "\\[").replace("]", "\\]");
    message.append('[').append(escaped).append("](").append(id).append(')');
  }

  /** What the input writes makes no links. */
  private static String harmless(String text) {
    return text.replace("](", "] (");
  }
}
