package io.github.waserverless.engine;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.EntryPoint;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.app.SourceCode;
import io.github.waserverless.code.program.SourceClass;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The handlers that no template deploys. */
final class Undeployed {

  private Undeployed() {}

  static List<SourceClass> handlers(List<Application> applications, SourceCode code) {
    Set<SourceClass> deployed = new HashSet<>();
    for (Application application : applications) {
      for (FunctionHandler handler : application.handlers()) {
        handler.type().ifPresent(deployed::add);
        handler.entry().ifPresent(entry -> deployed.add(entry.type()));
      }
    }
    return code.program().classes().stream()
        .filter(type -> !deployed.contains(type))
        .filter(type -> EntryPoint.isHandler(type, code.program()))
        .toList();
  }
}
