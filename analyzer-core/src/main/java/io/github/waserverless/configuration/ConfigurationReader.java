package io.github.waserverless.configuration;

import io.github.waserverless.configuration.Configuration.Deployment;
import io.github.waserverless.configuration.Configuration.Inputs;
import io.github.waserverless.configuration.Configuration.Reporting;
import io.github.waserverless.configuration.Configuration.Scope;
import io.github.waserverless.engine.InputFile;
import io.github.waserverless.engine.InvalidInput;
import io.github.waserverless.engine.PathPattern;
import io.github.waserverless.parse.Parsed;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.Notice;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the configuration of a project; whatever it does not understand is an error. */
public final class ConfigurationReader {

  private static final String OUTSIDE =
      "%s lies outside of the checkout: only --allow-outside or --config makes it read";

  private final Path folder;
  private final Optional<Path> found;
  private final RuleCatalog catalog;
  private final Shapes shapes = new Shapes();
  private final Map<Key, Value> values = new LinkedHashMap<>();

  private ConfigurationReader(Path file, boolean found, RuleCatalog catalog) {
    this.folder = file.resolveSibling("");
    this.found = Optional.of(file).filter(f -> found);
    this.catalog = catalog;
  }

  /**
   * The configuration in a file.
   *
   * @throws InvalidInput with all that is wrong in it
   */
  public static Configuration read(Path file, RuleCatalog catalog) throws InvalidInput {
    return read(file, false, catalog);
  }

  /**
   * The configuration in a file that nobody named, which may be a stranger's: it names only files
   * of its own checkout.
   *
   * @throws InvalidInput with all that is wrong in it
   */
  public static Configuration readFound(Path file, RuleCatalog catalog) throws InvalidInput {
    if (!InputFile.isAround(file, file)) {
      throw new InvalidInput(file + " is a link that leads out of the checkout");
    }
    return read(file, true, catalog);
  }

  private static Configuration read(Path file, boolean found, RuleCatalog catalog)
      throws InvalidInput {
    Parsed parsed = InputFile.parse(file);
    ConfigurationReader reader = new ConfigurationReader(file, found, catalog);
    for (Notice notice : parsed.notices()) {
      reader.shapes.problem(notice.location(), notice.message());
    }
    Optional<Value> root = parsed.root().filter(value -> !Shapes.isNothing(value));
    root.ifPresent(reader::collect);
    Configuration configuration = reader.configuration(file);
    if (!reader.shapes.problems().isEmpty()) {
      throw new InvalidInput(reader.shapes.problems());
    }
    return configuration;
  }

  private void collect(Value root) {
    for (Mapping.Entry entry : shapes.fields(root, "", Key.words())) {
      values.put(Key.of(entry.name()), entry.value());
    }
  }

  private Optional<Value> get(Key key) {
    return Optional.ofNullable(values.get(key));
  }

  private Configuration configuration(Path file) {
    return new Configuration(
        Optional.of(file),
        folder,
        get(Key.PROFILE).flatMap(v -> shapes.word(v, Key.PROFILE.word(), RunProfile.values())),
        get(Key.RULES).map(v -> RuleSettings.read(v, catalog, shapes)).orElse(Map.of()),
        new Scope(get(Key.INCLUDE).map(this::included).orElse(List.of()), texts(Key.EXCLUDE)),
        new Inputs(
            get(Key.PARAMETERS).map(this::parameters).orElse(Map.of()),
            get(Key.PARAMETER_FILES).map(this::paths).orElse(List.of()),
            get(Key.RUNTIME_DATA).flatMap(v -> path(v, Key.RUNTIME_DATA))),
        get(Key.ENVIRONMENTS).map(this::deployments).orElse(List.of()),
        get(Key.IGNORE).map(this::ignored).orElse(List.of()),
        new Reporting(
            get(Key.FAIL_ON).flatMap(v -> shapes.word(v, Key.FAIL_ON.word(), FailOn.values())),
            get(Key.BASELINE).flatMap(v -> path(v, Key.BASELINE)),
            get(Key.HONOUR_PEER_SUPPRESSIONS)
                .flatMap(v -> shapes.flag(v, Key.HONOUR_PEER_SUPPRESSIONS.word()))
                .orElse(false)));
  }

  private List<String> texts(Key key) {
    return get(key).map(v -> raw(shapes.texts(v, key.word()))).orElse(List.of());
  }

  private static List<String> raw(List<Scalar> scalars) {
    return scalars.stream().map(Scalar::raw).toList();
  }

  private Optional<Path> path(Value value, Key key) {
    return shapes.text(value, key.word()).map(text -> inside(text, value.location()));
  }

  private List<Path> paths(Value value) {
    return shapes.texts(value, Key.PARAMETER_FILES.word()).stream()
        .map(file -> inside(file.raw(), file.location()))
        .toList();
  }

  private Path inside(String written, Location place) {
    Path path = folder.resolve(written);
    if (found.isPresent() && !InputFile.isAround(path, found.get())) {
      shapes.problem(place, OUTSIDE.formatted(written));
    }
    return path;
  }

  private List<String> included(Value value) {
    List<Scalar> patterns = shapes.texts(value, Key.INCLUDE.word());
    for (Scalar pattern : found.isPresent() ? patterns : List.<Scalar>of()) {
      if (PathPattern.under(folder, pattern.raw()).stream()
          .anyMatch(path -> !InputFile.isAround(path, found.get()))) {
        shapes.problem(pattern.location(), OUTSIDE.formatted(pattern.raw()));
      }
    }
    return raw(patterns);
  }

  private Map<String, String> parameters(Value value) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (Mapping.Entry entry : shapes.entries(value, Key.PARAMETERS.word())) {
      String text = String.join(",", raw(shapes.texts(entry.value(), entry.name())));
      parameters.put(entry.name(), text);
    }
    return Map.copyOf(parameters);
  }

  private List<Deployment> deployments(Value value) {
    List<Deployment> deployments = new ArrayList<>();
    for (Mapping.Entry environment : environments(value)) {
      Map<String, String> parameters = Map.of();
      List<Path> files = List.of();
      for (Mapping.Entry field :
          shapes.fields(environment.value(), environment.name(), Key.ofEnvironment())) {
        if (Key.of(field.name()) == Key.PARAMETERS) {
          parameters = parameters(field.value());
        } else {
          files = paths(field.value());
        }
      }
      deployments.add(new Deployment(environment.name(), parameters, files));
    }
    return List.copyOf(deployments);
  }

  /** Here a name alone says something: that the templates are also deployed as they are. */
  private List<Mapping.Entry> environments(Value value) {
    if (!(value instanceof Mapping mapping)) {
      return shapes.entries(value, Key.ENVIRONMENTS.word());
    }
    return mapping.entries().stream()
        .map(
            e ->
                Shapes.isNothing(e.value())
                    ? new Mapping.Entry(e.key(), new Mapping(List.of(), e.key().location()))
                    : e)
        .toList();
  }

  private List<Ignored> ignored(Value value) {
    List<Ignored> ignored = new ArrayList<>();
    for (Value item : shapes.items(value, Key.IGNORE.word())) {
      ignored.add(entry(item));
    }
    return List.copyOf(ignored);
  }

  private Ignored entry(Value item) {
    List<String> paths = List.of();
    List<String> rules = List.of();
    String reason = "";
    Location place = item.location();
    for (Mapping.Entry field : shapes.fields(item, Key.IGNORE.word(), Key.ofIgnore())) {
      place = place.equals(item.location()) ? field.key().location() : place;
      switch (field.name()) {
        case Key.PATHS -> paths = raw(shapes.texts(field.value(), Key.PATHS));
        case Key.RULES_OF_IGNORE ->
            rules = RuleSettings.ids(field.value(), Key.RULES_OF_IGNORE, catalog, shapes);
        default -> reason = shapes.text(field.value(), Key.REASON).orElse("");
      }
    }
    if (item instanceof Mapping mapping) {
      for (String key : Key.ofIgnore()) {
        if (mapping.get(key).filter(v -> !Shapes.isNothing(v)).isEmpty()) {
          shapes.problem(
              item.location(), "ignore needs paths, rules and a reason: " + key + " is missing");
        }
      }
    }
    return new Ignored(paths, rules, reason, place);
  }
}
