package io.github.waserverless.template;

import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Value;
import java.util.Optional;

/** Documents that stand outside a template's own tree: JSON written as text, and local files. */
public interface Documents {

  /** Knows no document. */
  Documents NONE =
      new Documents() {
        @Override
        public Optional<Value> inText(Scalar text) {
          return Optional.empty();
        }

        @Override
        public Optional<Value> inFile(Scalar path) {
          return Optional.empty();
        }
      };

  /** The JSON that a text holds; empty when it is not JSON. Places are those of the text. */
  Optional<Value> inText(Scalar text);

  /** The YAML or JSON of a local file, named relative to the template; empty when unreadable. */
  Optional<Value> inFile(Scalar path);
}
