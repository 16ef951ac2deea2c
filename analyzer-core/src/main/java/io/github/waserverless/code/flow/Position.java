package io.github.waserverless.code.flow;

import io.github.waserverless.code.flow.Surroundings.Construct;

/** Where the reader of a body is: what it sees and what it is in. */
record Position(Scope scope, Surroundings around) {

  /** Inside of a construct, with variables of its own. */
  Position within(Construct construct) {
    return new Position(new Scope(scope), around.within(construct));
  }

  /** With variables of its own. */
  Position nested() {
    return new Position(new Scope(scope), around);
  }
}
