package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.flow.Site.CreationSite;
import io.github.waserverless.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A use of a file.
 *
 * @param path the file, as far as it is known
 */
public record FileAccess(Kind kind, Data path, Reached<? extends Site> reached) {

  /** What is done with a file. */
  public enum Kind {
    READ,
    WRITE,
    /** Asking whether it exists. */
    TEST,
    DELETE
  }

  private static final Map<String, Kind> FILES =
      Map.ofEntries(
          Map.entry("readString", Kind.READ),
          Map.entry("readAllBytes", Kind.READ),
          Map.entry("readAllLines", Kind.READ),
          Map.entry("lines", Kind.READ),
          Map.entry("newBufferedReader", Kind.READ),
          Map.entry("newInputStream", Kind.READ),
          Map.entry("list", Kind.READ),
          Map.entry("walk", Kind.READ),
          Map.entry("write", Kind.WRITE),
          Map.entry("writeString", Kind.WRITE),
          Map.entry("newBufferedWriter", Kind.WRITE),
          Map.entry("newOutputStream", Kind.WRITE),
          Map.entry("createFile", Kind.WRITE),
          Map.entry("createDirectory", Kind.WRITE),
          Map.entry("createDirectories", Kind.WRITE),
          Map.entry("exists", Kind.TEST),
          Map.entry("notExists", Kind.TEST),
          Map.entry("isRegularFile", Kind.TEST),
          Map.entry("isDirectory", Kind.TEST),
          Map.entry("size", Kind.TEST),
          Map.entry("delete", Kind.DELETE),
          Map.entry("deleteIfExists", Kind.DELETE));

  private static final Map<String, Kind> FILE =
      Map.of(
          "exists", Kind.TEST,
          "isFile", Kind.TEST,
          "length", Kind.TEST,
          "listFiles", Kind.READ,
          "createNewFile", Kind.WRITE,
          "mkdir", Kind.WRITE,
          "mkdirs", Kind.WRITE,
          "delete", Kind.DELETE,
          "deleteOnExit", Kind.DELETE);

  private static final Map<String, Kind> OBJECTS =
      Map.of(
          "java.io.FileInputStream", Kind.READ,
          "java.io.FileReader", Kind.READ,
          "java.util.Scanner", Kind.READ,
          "java.io.FileOutputStream", Kind.WRITE,
          "java.io.FileWriter", Kind.WRITE,
          "java.io.PrintWriter", Kind.WRITE);

  /** All uses of files that a handler reaches, in the order in which they are reached. */
  public static List<FileAccess> in(Reachability reach, Evaluation values) {
    List<FileAccess> all = new ArrayList<>();
    reach.sites(CallSite.class).forEach(r -> ofCall(r, values).ifPresent(all::add));
    reach.sites(CreationSite.class).forEach(r -> ofObject(r, values).ifPresent(all::add));
    return List.copyOf(all);
  }

  private static Optional<FileAccess> ofCall(Reached<CallSite> r, Evaluation values) {
    CallSite call = r.site();
    List<Expression> arguments = call.expression().arguments();
    return switch (call.receiver().name()) {
      case "java.nio.file.Files" -> ofFiles(r, arguments, values);
      case "java.io.File" -> ofFile(r, values);
      case "javax.imageio.ImageIO" -> ofImage(r, arguments, values);
      default -> Optional.empty();
    };
  }

  private static Optional<FileAccess> ofFiles(
      Reached<CallSite> r, List<Expression> arguments, Evaluation values) {
    String name = r.site().name();
    if (name.startsWith("createTemp")) {
      return Optional.of(new FileAccess(Kind.WRITE, values.of(r.site().expression(), r), r));
    }
    if ((name.equals("copy") || name.equals("move")) && arguments.size() > 1) {
      return Optional.of(new FileAccess(Kind.WRITE, values.of(arguments.get(1), r), r))
          .filter(a -> !r.site().arguments().get(1).name().startsWith("java.io."));
    }
    Kind kind = FILES.get(name);
    return kind == null || arguments.isEmpty()
        ? Optional.empty()
        : Optional.of(new FileAccess(kind, values.of(arguments.get(0), r), r));
  }

  private static Optional<FileAccess> ofFile(Reached<CallSite> r, Evaluation values) {
    Expression.Call call = r.site().expression();
    if (call.name().equals("createTempFile")) {
      return Optional.of(new FileAccess(Kind.WRITE, values.of(call, r), r));
    }
    Kind kind = FILE.get(call.name());
    return kind == null || call.scope().isEmpty()
        ? Optional.empty()
        : Optional.of(new FileAccess(kind, values.of(call.scope().get(), r), r));
  }

  private static Optional<FileAccess> ofImage(
      Reached<CallSite> r, List<Expression> arguments, Evaluation values) {
    int file = r.site().name().equals("write") ? 2 : 0;
    if (file >= arguments.size() || !r.site().arguments().get(file).name().equals("java.io.File")) {
      return Optional.empty();
    }
    Kind kind = file == 2 ? Kind.WRITE : Kind.READ;
    return Optional.of(new FileAccess(kind, values.of(arguments.get(file), r), r));
  }

  private static Optional<FileAccess> ofObject(Reached<CreationSite> r, Evaluation values) {
    CreationSite creation = r.site();
    List<Expression> arguments = creation.expression().arguments();
    if (creation.type().name().equals("java.io.RandomAccessFile") && arguments.size() == 2) {
      boolean writes =
          values.of(arguments.get(1), r).constants().stream().anyMatch(m -> m.contains("w"));
      Data path = values.of(arguments.get(0), r);
      return Optional.of(new FileAccess(writes ? Kind.WRITE : Kind.READ, path, r));
    }
    Kind kind = OBJECTS.get(creation.type().name());
    boolean file =
        !arguments.isEmpty()
            && switch (creation.arguments().get(0).name()) {
              case "java.lang.String" -> !creation.type().name().equals("java.util.Scanner");
              case "java.io.File", "java.nio.file.Path" -> true;
              default -> false;
            };
    return kind == null || !file
        ? Optional.empty()
        : Optional.of(new FileAccess(kind, values.of(arguments.get(0), r), r));
  }

  /** Where it is. */
  public Location location() {
    return reached.location();
  }
}
