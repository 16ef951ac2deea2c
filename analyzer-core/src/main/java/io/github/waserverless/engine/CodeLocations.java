package io.github.waserverless.engine;

import io.github.waserverless.app.SourceCode;
import io.github.waserverless.assembly.StackArtifact;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.template.Resource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the code of functions lies, by what their templates say. */
final class CodeLocations {

  private CodeLocations() {}

  /** The code of each function of a template. */
  static List<FunctionCode> in(ApplicationBuilder.Member member) {
    List<FunctionCode> functions = new ArrayList<>();
    for (Resource resource : member.template().resources().values()) {
      if (resource.type().equals("AWS::Lambda::Function")) {
        functions.add(code(member, resource));
      }
    }
    return List.copyOf(functions);
  }

  private static FunctionCode code(ApplicationBuilder.Member member, Resource function) {
    return new FunctionCode(
        SourceCode.Function.of(function),
        function.name(),
        place(function),
        member.stack().isPresent()
            ? synthesized(member, function, member.stack().get())
            : location(member.source(), function),
        member.stack().isPresent(),
        function
            .property("Runtime")
            .text()
            .certain()
            .filter(runtime -> runtime.startsWith("java"))
            .isPresent());
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
  private static Location place(Resource function) {
    String property = text(function, "CodeUri").isPresent() ? "CodeUri" : "Code";
    return function.property(property).place();
  }
}
