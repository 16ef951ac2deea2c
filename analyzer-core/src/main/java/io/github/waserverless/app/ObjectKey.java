package io.github.waserverless.app;

import io.github.waserverless.code.flow.Data;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a key that the code gives to an object.
 *
 * @param first how it begins
 * @param last how it ends
 */
record ObjectKey(Data first, Data last) {

  private static final Set<String> ACCESSORS = Set.of("getKey", "getUrlDecodedKey", "key");

  private static final Set<String> ENCODINGS =
      Set.of("+", "%20", " ", "UTF-8", "utf-8", "UTF8", "UTF_8");

  /** The keys that a value may be. */
  static List<ObjectKey> of(Data key) {
    return key.alternatives().stream().map(ObjectKey::one).toList();
  }

  private static ObjectKey one(Data key) {
    return key instanceof Data.Joined text
        ? new ObjectKey(text.parts().get(0), text.parts().get(text.parts().size() - 1))
        : new ObjectKey(key, key);
  }

  /** Whether it begins with a text; one that begins as the key of the event does, as that does. */
  Optional<Boolean> beginsWith(String prefix) {
    if (isOfEvent(first)) {
      return Optional.of(true);
    }
    if (!(first instanceof Data.Constant known) || known.text().isEmpty()) {
      return Optional.empty();
    }
    boolean open = !isWhole() && prefix.startsWith(known.text());
    return known.text().startsWith(prefix)
        ? Optional.of(true)
        : open ? Optional.empty() : Optional.of(false);
  }

  /** Whether it ends with a text. */
  Optional<Boolean> endsWith(String suffix) {
    if (isOfEvent(last)) {
      return Optional.of(true);
    }
    if (!(last instanceof Data.Constant known) || known.text().isEmpty()) {
      return Optional.empty();
    }
    boolean open = !isWhole() && suffix.endsWith(known.text());
    return known.text().endsWith(suffix)
        ? Optional.of(true)
        : open ? Optional.empty() : Optional.of(false);
  }

  private boolean isWhole() {
    return first.equals(last) && first instanceof Data.Constant;
  }

  /** The key of the object that the event is about, decoded or not. */
  private static boolean isOfEvent(Data data) {
    if (data instanceof Data.Event event) {
      return ACCESSORS.contains(event.last());
    }
    boolean decoded =
        data instanceof Data.Derived d
            && (d.by().endsWith("decode") || d.by().equals("replace"))
            && d.from().stream().skip(1).allMatch(ObjectKey::isEncoding);
    return decoded
        && ((Data.Derived) data)
            .from().stream().findFirst().filter(ObjectKey::isOfEvent).isPresent();
  }

  /** How keys in events are encoded: {@code +} for a space, the rest in UTF-8. */
  private static boolean isEncoding(Data argument) {
    return argument.constant().filter(ENCODINGS::contains).isPresent()
        || (argument instanceof Data.Symbol charset && charset.name().equals("UTF_8"));
  }
}
