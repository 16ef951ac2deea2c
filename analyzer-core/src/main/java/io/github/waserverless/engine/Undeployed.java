package io.github.waserverless.engine;

import io.github.waserverless.app.EntryPoint;
import io.github.waserverless.app.SourceCode;
import io.github.waserverless.code.program.SourceClass;
import java.util.List;
import java.util.Set;

/** The handlers that no template deploys. */
final class Undeployed {

  private Undeployed() {}

  static List<SourceClass> handlers(Set<SourceClass> deployed, SourceCode code) {
    return code.program().classes().stream()
        .filter(type -> !deployed.contains(type))
        .filter(type -> EntryPoint.isHandler(type, code.program()))
        .toList();
  }
}
