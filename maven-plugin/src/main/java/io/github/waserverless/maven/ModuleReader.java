package io.github.waserverless.maven;

import io.github.waserverless.app.BuildScript;
import io.github.waserverless.engine.ProjectModule;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Writer;
import org.apache.maven.project.MavenProject;

/** Tells what Maven knows of a module. */
final class ModuleReader {

  private ModuleReader() {}

  static ProjectModule read(MavenProject project) {
    return new ProjectModule(
        Reactor.shown(Reactor.folder(project)),
        paths(project.getCompileSourceRoots()),
        paths(project.getTestCompileSourceRoots()),
        Reactor.shown(Path.of(project.getBuild().getDirectory())),
        archives(project),
        script(project));
  }

  private static List<Path> paths(List<String> roots) {
    return roots.stream().map(root -> Reactor.shown(Path.of(root).normalize())).toList();
  }

  private static List<String> archives(MavenProject project) {
    if (project.getPackaging().equals("pom")) {
      return List.of();
    }
    String artifact = project.getArtifactId();
    String versioned = artifact + "-" + project.getVersion();
    return Stream.of(project.getBuild().getFinalName(), versioned, artifact).distinct().toList();
  }

  /** The effective POM, without what it only manages: that is not yet used. */
  private static Optional<BuildScript> script(MavenProject project) {
    Model model = project.getModel().clone();
    model.setDependencyManagement(null);
    model.setProfiles(List.of());
    Build build = model.getBuild();
    if (build != null) {
      build.setPluginManagement(null);
    }
    StringWriter text = new StringWriter();
    try {
      new MavenXpp3Writer().write(text, model);
    } catch (IOException e) {
      return Optional.empty();
    }
    String file = Reactor.shown(project.getFile().toPath()).toString().replace('\\', '/');
    return Optional.of(new BuildScript(file, List.of(text.toString()), true));
  }
}
