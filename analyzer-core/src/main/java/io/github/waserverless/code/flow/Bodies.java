package io.github.waserverless.code.flow;

import io.github.waserverless.code.program.Members;
import io.github.waserverless.code.program.Program;
import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.code.program.SourceMethod;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The bodies of all methods of a program, each read when it is first asked for. */
public final class Bodies {

  private final Program program;
  private final Members members;
  private final Map<SourceMethod, Body> read = new ConcurrentHashMap<>();
  private final Map<SourceClass, Scope> captured = new ConcurrentHashMap<>();

  private @Nullable List<SourceMethod> providers;

  /** The bodies of a program's methods. */
  public Bodies(Program program) {
    this.program = program;
    this.members = new Members(program);
  }

  /** The methods that containers take objects from, found when first asked for. */
  synchronized List<SourceMethod> providers() {
    if (providers == null) {
      providers = Injection.providers(program);
    }
    return providers;
  }

  /** The program. */
  public Program program() {
    return program;
  }

  /** Which members names mean. */
  public Members members() {
    return members;
  }

  /** What a method does. */
  public Body of(SourceMethod method) {
    return read.computeIfAbsent(method, m -> new BodyReader(this, m).read());
  }

  /** A local or anonymous class sees the variables around it. */
  void capture(SourceClass type, Scope scope) {
    captured.put(type, scope);
  }

  /** The variables that a class sees from where it stands. */
  Scope captured(SourceClass type) {
    Scope scope = captured.get(type);
    if (scope != null) {
      return scope;
    }
    return type.outer().map(this::captured).orElseGet(() -> new Scope(null));
  }
}
