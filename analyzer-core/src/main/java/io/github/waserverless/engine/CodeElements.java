package io.github.waserverless.engine;

import io.github.waserverless.app.SourceCode;
import io.github.waserverless.code.Expression;
import io.github.waserverless.code.flow.Site;
import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.code.program.SourceField;
import io.github.waserverless.code.program.SourceMethod;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.Span;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What places in Java code are in: {@code com.example.Worker.handleRequest/putItem}. */
final class CodeElements {

  private final SourceCode code;
  private final Map<Location, NavigableMap<Span, String>> calls = new HashMap<>();

  CodeElements(SourceCode code) {
    this.code = code;
  }

  /** The class, its member and the call there; empty outside of all classes. */
  String at(Location place) {
    List<SourceClass> classes = code.program().in(place.file());
    Optional<SourceMethod> method =
        classes.stream()
            .flatMap(type -> type.methods().stream())
            .filter(m -> holds(m, place))
            .max(Comparator.comparing(SourceMethod::location));
    if (method.isPresent()) {
      SourceMethod found = method.get();
      return found.owner().name() + "." + found.name() + call(found, place);
    }
    Optional<SourceField> field =
        classes.stream()
            .flatMap(type -> type.fields().stream())
            .filter(f -> whole(f).contains(place))
            .findFirst();
    if (field.isPresent()) {
      return field.get().owner().name() + "." + field.get().name();
    }
    return classes.stream()
        .filter(type -> type.location().contains(place))
        .map(SourceClass::name)
        .findFirst()
        .orElse("");
  }

  private static boolean holds(SourceMethod method, Location place) {
    return method.location().contains(place)
        || method.declaration().body().filter(b -> b.location().contains(place)).isPresent();
  }

  private static Location whole(SourceField field) {
    Location name = field.declaration().location();
    return field.declaration().value().map(Expression::location).map(name::to).orElse(name);
  }

  /** What begins at the place: with a chain of calls, the first of them. */
  private String call(SourceMethod method, Location place) {
    int line = place.span().startLine();
    int column = place.span().startColumn();
    Map.@Nullable Entry<Span, String> next =
        calls
            .computeIfAbsent(method.location(), l -> calls(method))
            .ceilingEntry(new Span(line, column, line, column));
    return next != null && next.getKey().startLine() == line ? "/" + next.getValue() : "";
  }

  private NavigableMap<Span, String> calls(SourceMethod method) {
    NavigableMap<Span, String> names = new TreeMap<>();
    for (Site site : code.bodies().of(method).sites()) {
      name(site).ifPresent(name -> names.putIfAbsent(site.location().span(), name));
    }
    return names;
  }

  private static Optional<String> name(Site site) {
    if (site instanceof Site.CallSite call) {
      return Optional.of(call.name());
    }
    if (site instanceof Site.CreationSite creation) {
      return Optional.of("new " + creation.type().simpleName());
    }
    if (site instanceof Site.FieldWrite write) {
      return Optional.of(write.field().name());
    }
    return Optional.empty();
  }
}
