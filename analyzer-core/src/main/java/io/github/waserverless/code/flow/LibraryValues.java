package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.flow.Site.Receiver;
import io.github.waserverless.code.library.LibraryTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the results of libraries' methods come from. */
final class LibraryValues {

  /** They give what they are called on, or their only argument, unchanged or in another type. */
  private static final Set<String> SAME =
      Set.of(
          "toString",
          "trim",
          "strip",
          "intern",
          "valueOf",
          "requireNonNull",
          "ofNullable",
          "get",
          "orElseThrow",
          "join",
          "stream",
          "parallelStream",
          "iterator",
          "next",
          "toPath",
          "toFile",
          "toUri",
          "toURL",
          "asText",
          "textValue",
          "of",
          "completedFuture",
          "collect",
          "toList",
          "filter",
          "sorted",
          "distinct",
          "limit",
          "skip",
          "peek",
          "parallel",
          "sequential",
          "findFirst",
          "findAny",
          "copyOf",
          "unmodifiableList",
          "unmodifiableMap",
          "getBytes",
          "parse",
          "create",
          "toAbsolutePath",
          "normalize",
          "getFirst",
          "fromString",
          "entrySet",
          "values",
          "nullToEmpty",
          "synchronizedList",
          "encodeToString");

  private static final Set<String> MAPS =
      Set.of("map", "flatMap", "mapToObj", "thenApply", "thenCompose");
  private static final Set<String> RUNS =
      Set.of("supplyAsync", "submit", "makeIdempotent", "withInitial");
  private static final Set<String> FALLBACKS =
      Set.of(
          "orElse",
          "orElseGet",
          "getOrDefault",
          "requireNonNullElse",
          "requireNonNullElseGet",
          "defaultIfBlank",
          "defaultIfEmpty",
          "defaultString",
          "or");

  private static final Map<String, Data.Source> GENERATED =
      Map.ofEntries(
          Map.entry("java.util.UUID.randomUUID", Data.Source.RANDOM),
          Map.entry("java.lang.Math.random", Data.Source.RANDOM),
          Map.entry("java.util.concurrent.ThreadLocalRandom.current", Data.Source.RANDOM),
          Map.entry("java.lang.System.currentTimeMillis", Data.Source.TIME),
          Map.entry("java.lang.System.nanoTime", Data.Source.TIME),
          Map.entry("java.util.Calendar.getInstance", Data.Source.TIME),
          Map.entry("java.time.Clock.instant", Data.Source.TIME),
          Map.entry("java.time.Clock.millis", Data.Source.TIME));

  private static final Set<String> RANDOM_TYPES =
      Set.of(
          "RandomStringUtils",
          "NanoIdUtils",
          "UlidCreator",
          "KsuidGenerator",
          "Ulid",
          "Ksuid",
          "TsidCreator",
          "RandomUtils");

  private final Evaluation evaluation;
  private final Texts texts;

  LibraryValues(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.texts = new Texts();
  }

  Data of(CallSite site, Frame frame) {
    Expression.Call call = site.expression();
    Optional<Data> environment = EnvironmentValues.of(site, frame, evaluation);
    if (environment.isPresent()) {
      return environment.get();
    }
    Optional<Data> generated = generated(site);
    if (generated.isPresent()) {
      return generated.get();
    }
    Optional<Data> receiver =
        site.on() == Receiver.VALUE
            ? call.scope().map(s -> evaluation.of(s, frame))
            : Optional.empty();
    if (MAPS.contains(call.name()) && receiver.isPresent() && !call.arguments().isEmpty()) {
      return mapped(receiver.get(), call.arguments().get(0), frame);
    }
    List<Data> arguments = call.arguments().stream().map(a -> evaluation.of(a, frame)).toList();
    if (RUNS.contains(call.name()) && !arguments.isEmpty()) {
      return arguments.get(0);
    }
    return receiver.isPresent()
        ? ofObject(site, receiver.get(), arguments)
        : ofType(site, arguments);
  }

  private static Optional<Data> generated(CallSite site) {
    TypeName type = site.receiver();
    Data.Source source = GENERATED.get(type.name() + "." + site.name());
    if (source == null && site.name().equals("now") && type.name().startsWith("java.time.")) {
      source = Data.Source.TIME;
    }
    if (source == null && RANDOM_TYPES.contains(type.simpleName())) {
      source = Data.Source.RANDOM;
    }
    return Optional.ofNullable(source).map(s -> new Data.Generated(s, site.location()));
  }

  private Data mapped(Data receiver, Expression function, Frame frame) {
    if (function instanceof Expression.MethodReference reference) {
      return accessed(VariableValues.element(receiver), reference.name());
    }
    return evaluation.of(function, frame);
  }

  private static Data accessed(Data object, String accessor) {
    return object instanceof Data.Event e
        ? new Data.Event(longer(e.path(), accessor))
        : new Data.Derived(accessor, List.of(object));
  }

  private static List<String> longer(List<String> path, String accessor) {
    List<String> all = new ArrayList<>(path);
    all.add(accessor);
    return List.copyOf(all);
  }

  private Data ofObject(CallSite site, Data receiver, List<Data> arguments) {
    String name = site.name();
    if (FALLBACKS.contains(name) && !arguments.isEmpty()) {
      return fallback(receiver, arguments.get(arguments.size() - 1));
    }
    Optional<Data> text = texts.onText(name, receiver, arguments);
    if (text.isPresent()) {
      return text.get();
    }
    if (receiver instanceof Data.Built built && arguments.size() <= 1) {
      Optional<Data> property = property(built, name, arguments);
      if (property.isPresent()) {
        return property.get();
      }
    }
    if (receiver instanceof Data.Built built && arguments.isEmpty()) {
      Optional<Data> before = built.property("");
      if (before.isPresent()) {
        return ofObject(site, before.get(), arguments);
      }
    }
    if (receiver instanceof Data.Event || receiver instanceof Data.Invocation) {
      return access(receiver, name, arguments);
    }
    if (receiver instanceof Data.Elements
        && (name.equals("get") || name.equals("getFirst") || name.equals("next"))) {
      return VariableValues.element(receiver);
    }
    if (receiver instanceof Data.Symbol symbol && name.equals("name")) {
      return new Data.Constant(symbol.name());
    }
    boolean same = SAME.contains(name) && (arguments.isEmpty() || !name.equals("get"));
    List<Data> from = new ArrayList<>();
    from.add(receiver);
    from.addAll(arguments);
    return same ? receiver : new Data.Derived(name, from);
  }

  private static Optional<Data> property(Data.Built built, String name, List<Data> arguments) {
    if (arguments.size() == 1) {
      return name.equals("get")
          ? arguments.get(0).constant().flatMap(built::property)
          : Optional.empty();
    }
    return built.property(name).or(() -> built.property(CallTypes.property(name)));
  }

  private static Data access(Data object, String name, List<Data> arguments) {
    List<String> path =
        object instanceof Data.Event e ? e.path() : ((Data.Invocation) object).path();
    if ((SAME.contains(name) && arguments.isEmpty()) || name.equals("filter")) {
      return object;
    }
    Optional<String> key =
        arguments.isEmpty()
            ? Optional.of(name)
            : arguments.size() == 1 ? arguments.get(0).constant() : Optional.empty();
    boolean accessor =
        arguments.isEmpty()
            || Set.of("get", "path", "at", "findValue", "getOrDefault", "getString").contains(name);
    if (key.isPresent() && accessor) {
      boolean index = key.get().chars().allMatch(Character::isDigit);
      List<String> deeper = index ? path : longer(path, key.get());
      return object instanceof Data.Event ? new Data.Event(deeper) : new Data.Invocation(deeper);
    }
    List<Data> from = new ArrayList<>();
    from.add(object);
    from.addAll(arguments);
    return new Data.Derived(name, from);
  }

  private static Data fallback(Data value, Data other) {
    return value instanceof Data.Environment e && e.fallback().isEmpty()
        ? new Data.Environment(e.name(), Optional.of(other))
        : Data.oneOf(List.of(value, other));
  }

  private Data ofType(CallSite site, List<Data> arguments) {
    String name = site.name();
    if (FALLBACKS.contains(name) && arguments.size() == 2) {
      return fallback(arguments.get(0), arguments.get(1));
    }
    Optional<Data> text = texts.ofType(site, arguments);
    if (text.isPresent()) {
      return text.get();
    }
    String type = site.receiver().name();
    if ((type.equals("java.util.Map") && name.equals("of")) || name.equals("singletonMap")) {
      return LibraryObjects.map(site, arguments);
    }
    boolean collection =
        LibraryTypes.shipped().withSupertypes(site.receiver()).stream()
                .anyMatch(t -> t.name().equals("java.util.Collection"))
            || Set.of("singletonList", "singleton", "asList", "emptyList").contains(name)
            || (type.equals("java.util.stream.Stream") && name.equals("of"));
    if (collection) {
      return new Data.Elements(arguments);
    }
    return SAME.contains(name) && arguments.size() == 1
        ? arguments.get(0)
        : new Data.Derived(site.receiver().simpleName() + "." + name, arguments);
  }
}
