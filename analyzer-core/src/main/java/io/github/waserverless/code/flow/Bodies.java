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

  private final Providers providers;

  /** The bodies of a program's methods. */
  public Bodies(Program program) {
    this(program, new Members(program), new Providers());
  }

  private Bodies(Program program, Members members, Providers providers) {
    this.program = program;
    this.members = members;
    this.providers = providers;
  }

  /** What is found once for a program. */
  private static final class Providers {

    private @Nullable List<SourceMethod> found;

    synchronized List<SourceMethod> in(Program program) {
      if (found == null) {
        found = Injection.providers(program);
      }
      return found;
    }
  }

  /** These while they are few, else others of the same program, of which none is read yet. */
  public Bodies orAnew(int most) {
    return read.size() <= most ? this : new Bodies(program, members, providers);
  }

  /** The methods that containers take objects from, found when first asked for. */
  List<SourceMethod> providers() {
    return providers.in(program);
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
