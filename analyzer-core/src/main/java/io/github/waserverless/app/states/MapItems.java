package io.github.waserverless.app.states;

import io.github.waserverless.template.Setting;
import io.github.waserverless.tree.Sequence;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** How many items a Map state has where its definition writes them down. */
final class MapItems {

  private static final String INPUT = "$";

  private MapItems() {}

  /** The number of items; empty where the input decides. */
  static OptionalInt count(State map) {
    OptionalInt written = length(map.get("Items"));
    if (written.isPresent()) {
      return written;
    }
    Set<State> before = map.workflow().entering(map);
    Optional<String> path =
        path(map.get("InputPath"))
            .flatMap(input -> path(map.get("ItemsPath")).map(items -> input + items.substring(1)));
    if (before.isEmpty() || path.isEmpty() || map.workflow().first().contains(map)) {
      return OptionalInt.empty();
    }
    int most = 0;
    for (State state : before) {
      OptionalInt made = made(state, path.get());
      if (made.isEmpty()) {
        return made;
      }
      most = Math.max(most, made.getAsInt());
    }
    return OptionalInt.of(most);
  }

  private static Optional<String> path(Setting path) {
    return path.present().canHold()
        ? path.text().certain().filter(p -> p.startsWith(INPUT))
        : Optional.of(INPUT);
  }

  /** The length of the list that a Pass state puts at a path. */
  private static OptionalInt made(State pass, String path) {
    if (!pass.is("Pass")) {
      return OptionalInt.empty();
    }
    String into = pass.get("ResultPath").text().certain().orElse(INPUT);
    if (!path.equals(into) && !path.startsWith(into + ".")) {
      return OptionalInt.empty();
    }
    Setting result = pass.get("Result");
    Setting made = result.present().canHold() ? result : pass.get("Parameters");
    for (String key : path.substring(into.length()).split("\\.", -1)) {
      made = key.isEmpty() ? made : made.get(key);
    }
    return length(made);
  }

  private static OptionalInt length(Setting list) {
    return list.values().size() == 1 && list.values().get(0) instanceof Sequence items
        ? OptionalInt.of(items.items().size())
        : OptionalInt.empty();
  }
}
