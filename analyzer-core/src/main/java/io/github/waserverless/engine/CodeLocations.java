package io.github.waserverless.engine;

import io.github.waserverless.assembly.StackArtifact;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Template;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the code of functions lies, by what their templates say. */
final class CodeLocations {

  private CodeLocations() {}

  /** The folder or archive of each function's code; the template's folder when it says nothing. */
  static Map<Resource, Path> of(List<ApplicationBuilder.Member> members, Modules modules) {
    Map<Resource, Path> locations = new LinkedHashMap<>();
    for (ApplicationBuilder.Member member : members) {
      Template template = member.template();
      for (Resource resource : template.resources().values()) {
        if (resource.type().equals("AWS::Lambda::Function")) {
          locations.put(
              resource,
              member.stack().isPresent()
                  ? synthesized(member, resource, member.stack().get())
                  : modules.source(location(member.source(), resource)));
        }
      }
    }
    return locations;
  }

  private static Path location(SourceFile template, Resource function) {
    return written(function)
        .flatMap(path -> LocalDocuments.beside(template, path))
        .orElseGet(() -> folder(template));
  }

  /**
   * What the CDK uploads is a copy in the assembly. Older libraries tell where it was copied from,
   * and so does a synthesis that copies nothing; else it may come from anywhere in the project.
   */
  private static Path synthesized(
      ApplicationBuilder.Member member, Resource function, StackArtifact stack) {
    Optional<Path> project = AssemblyProject.of(stack.assembly());
    Optional<Path> original =
        function
            .attribute("Metadata")
            .get("aws:asset:original-path")
            .text()
            .certain()
            .flatMap(path -> LocalDocuments.beside(member.source(), path));
    Path nearest = project.orElse(stack.assembly());
    Path root = new BuildFolders().outermost(nearest).orElse(absolute(nearest));
    return original
        .or(() -> AssemblySearch.asset(function, "Code", member))
        .filter(path -> absolute(path).startsWith(root))
        .filter(path -> !absolute(path).startsWith(absolute(stack.assembly())))
        .filter(path -> !Names.of(path).contains("/asset."))
        .or(() -> project)
        .orElseGet(() -> folder(member.source()));
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private static Path folder(SourceFile template) {
    return template.path().resolveSibling("").normalize();
  }

  private static Optional<String> written(Resource function) {
    return text(function, "CodeUri")
        .or(() -> text(function, "Code"))
        .or(() -> function.attribute("Metadata").get("DockerContext").text().certain())
        .or(() -> function.attribute("Metadata").get("CodeUri").text().certain());
  }

  private static Optional<String> text(Resource function, String property) {
    return function.property(property).text().certain().filter(p -> !p.startsWith("s3:"));
  }

  /** Where a template says where the code lies. */
  static Location place(Resource function) {
    String property = text(function, "CodeUri").isPresent() ? "CodeUri" : "Code";
    return function.property(property).place();
  }

  /** Whether it may be Java: another runtime is not. */
  static boolean mayRunJava(Resource function) {
    Optional<String> runtime = function.property("Runtime").text().certain();
    return runtime.isEmpty() || runtime.get().startsWith("java");
  }
}
