package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.flow.Data.Built;
import io.github.waserverless.code.flow.Data.Property;
import io.github.waserverless.code.library.LibraryTypes;
import io.github.waserverless.code.library.SdkTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Objects that are filled in step by step: requests, builders, maps, lists, text buffers. */
final class Builders {

  private static final Set<String> NO_PROPERTY =
      Set.of(
          "build",
          "builder",
          "toBuilder",
          "standard",
          "copy",
          "applyMutation",
          "toString",
          "create");

  private static final List<String> SETTERS = List.of("with", "set", "add");

  private final Evaluation evaluation;

  Builders(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** The value of a variable after all calls on it, whatever their order. */
  Data changed(Data base, Variable variable, Frame frame) {
    Data value = base;
    for (Expression.Call use : variable.uses()) {
      value = after(value, use, frame).orElse(value);
    }
    return value;
  }

  /** What a call makes of the object that it is called on; empty when it does not change it. */
  Optional<Data> after(Data object, Expression.Call call, Frame frame) {
    TypeName type =
        frame
            .body()
            .site(call, Site.CallSite.class)
            .map(Site.CallSite::receiver)
            .orElse(TypeName.UNKNOWN);
    if (SdkTypes.isBuilder(type)) {
      return NO_PROPERTY.contains(call.name())
          ? Optional.of(object)
          : Optional.of(with(object, call.name(), call, frame));
    }
    if (isV1Model(type) && SETTERS.stream().anyMatch(p -> CallTypes.isAccessor(call.name(), p))) {
      return Optional.of(with(object, property(call.name()), call, frame));
    }
    if (call.arguments().size() == 1 && CallTypes.isAccessor(call.name(), "set")) {
      return evaluation.dispatch().source(type, frame.step()).isPresent()
          ? Optional.of(with(object, property(call.name()), call, frame))
          : Optional.empty();
    }
    return switch (kind(type)) {
      case "Map" -> entry(object, call, frame);
      case "Collection" -> item(object, call, frame);
      case "Text" -> text(object, call, frame);
      default -> Optional.empty();
    };
  }

  static boolean isV1Model(TypeName type) {
    return SdkTypes.isV1(type)
        && (type.name().contains(".model.") || type.name().contains(".runtime.events."));
  }

  private static String kind(TypeName type) {
    String name = type.name();
    if (name.equals("java.lang.StringBuilder") || name.equals("java.lang.StringBuffer")) {
      return "Text";
    }
    if (!name.startsWith("java.util.")) {
      return "";
    }
    for (TypeName t : LibraryTypes.shipped().withSupertypes(type)) {
      if (t.name().equals("java.util.Map") || t.name().equals("java.util.Collection")) {
        return t.simpleName();
      }
    }
    return "";
  }

  private static String property(String setter) {
    String name = setter.replaceFirst("^(with|set|add)", "");
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  private Data with(Data object, String name, Expression.Call call, Frame frame) {
    List<Data> values = call.arguments().stream().map(a -> evaluation.of(a, frame)).toList();
    Data value = values.size() == 1 ? values.get(0) : new Data.Elements(values);
    return add(object, new Property(name, Data.unknown(), value, call.location()));
  }

  private static Data add(Data object, Property property) {
    if (object instanceof Built built) {
      if (built.properties().stream()
          .anyMatch(
              p -> p.location().equals(property.location()) && p.name().equals(property.name()))) {
        return object;
      }
      List<Property> more = new ArrayList<>(built.properties());
      more.add(property);
      return new Built(built.type(), List.copyOf(more));
    }
    if (object instanceof Data.OneOf one && !one.alternatives().isEmpty()) {
      return Data.oneOf(one.alternatives().stream().map(a -> add(a, property)).toList());
    }
    return new Built(
        TypeName.UNKNOWN,
        List.of(new Property("", Data.unknown(), object, property.location()), property));
  }

  private Optional<Data> entry(Data object, Expression.Call call, Frame frame) {
    boolean puts = call.name().equals("put") || call.name().equals("putIfAbsent");
    if (!puts || call.arguments().size() != 2) {
      return Optional.empty();
    }
    Data key = evaluation.of(call.arguments().get(0), frame);
    Data value = evaluation.of(call.arguments().get(1), frame);
    return Optional.of(
        add(object, new Property(key.constant().orElse(""), key, value, call.location())));
  }

  private Optional<Data> item(Data object, Expression.Call call, Frame frame) {
    boolean adds = Set.of("add", "addAll", "addFirst", "addLast", "offer").contains(call.name());
    if (!adds || call.arguments().isEmpty()) {
      return Optional.empty();
    }
    Data item = evaluation.of(call.arguments().get(call.arguments().size() - 1), frame);
    Data added = call.name().equals("addAll") ? VariableValues.element(item) : item;
    List<Data> items = new ArrayList<>();
    if (object instanceof Data.Elements e) {
      items.addAll(e.items());
    } else if (!object.equals(Data.none())) {
      items.add(new Data.Derived("element", List.of(object)));
    }
    items.add(added);
    return Optional.of(new Data.Elements(items.stream().distinct().toList()));
  }

  private Optional<Data> text(Data object, Expression.Call call, Frame frame) {
    return call.name().equals("append") && call.arguments().size() == 1
        ? Optional.of(Data.joined(List.of(object, evaluation.of(call.arguments().get(0), frame))))
        : Optional.empty();
  }
}
