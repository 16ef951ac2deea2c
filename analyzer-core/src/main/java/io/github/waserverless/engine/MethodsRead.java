package io.github.waserverless.engine;

import io.github.waserverless.app.SourceCode;

/**
 * The code of a run, with what is known of its methods. Applications share that, but when it grows
 * large it is dropped: the applications that are judged then find out anew what they need.
 */
final class MethodsRead {

  /** What is known of a method takes about 4 kilobytes: a sixteenth of the heap. */
  private static final int BYTES_OF_HEAP = 1 << 16;

  private static final int MOST =
      (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / BYTES_OF_HEAP);

  private SourceCode code;

  MethodsRead(SourceCode code) {
    this.code = code;
  }

  /** The code for one more application. */
  synchronized SourceCode code() {
    code = code.without(MOST);
    return code;
  }
}
