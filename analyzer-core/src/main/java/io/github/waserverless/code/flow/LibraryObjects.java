package io.github.waserverless.code.flow;

import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.library.LibraryTypes;
import io.github.waserverless.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What new objects of libraries' classes stand for. */
final class LibraryObjects {

  private LibraryObjects() {}

  static Data map(CallSite site, List<Data> arguments) {
    List<Data.Property> entries = new ArrayList<>();
    for (int i = 0; i + 1 < arguments.size(); i += 2) {
      Data key = arguments.get(i);
      entries.add(
          new Data.Property(
              key.constant().orElse(""),
              key,
              arguments.get(i + 1),
              site.expression().arguments().get(i + 1).location()));
    }
    return new Data.Built(TypeName.of("java.util.Map"), entries);
  }

  /** What a new object of a library's class stands for. */
  static Optional<Data> created(TypeName type, List<Data> arguments, Location location) {
    return switch (type.name()) {
      case "java.util.Random", "java.security.SecureRandom" ->
          Optional.of(new Data.Generated(Data.Source.RANDOM, location));
      case "java.util.Date" ->
          arguments.isEmpty()
              ? Optional.of(new Data.Generated(Data.Source.TIME, location))
              : Optional.of(new Data.Derived("Date", arguments));
      case "java.io.File" -> Optional.of(Texts.path(arguments));
      case "java.lang.String", "java.lang.StringBuilder", "java.net.URL", "java.net.URI" ->
          Optional.of(arguments.isEmpty() ? new Data.Constant("") : arguments.get(0));
      default -> collection(type, arguments);
    };
  }

  private static Optional<Data> collection(TypeName type, List<Data> arguments) {
    if (!type.name().startsWith("java.util.")) {
      return Optional.empty();
    }
    Set<TypeName> all = LibraryTypes.shipped().withSupertypes(type);
    if (all.stream().anyMatch(t -> t.name().equals("java.util.Map"))) {
      return Optional.of(new Data.Built(TypeName.of("java.util.Map"), List.of()));
    }
    boolean copies = arguments.size() == 1 && !(arguments.get(0) instanceof Data.Constant);
    return all.stream().anyMatch(t -> t.name().equals("java.util.Collection"))
        ? Optional.of(copies ? arguments.get(0) : new Data.Elements(List.of()))
        : Optional.empty();
  }
}
