package io.github.waserverless.engine;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.NestedStacks;
import io.github.waserverless.app.RuleData;
import io.github.waserverless.app.SourceCode;
import io.github.waserverless.assembly.StackArtifact;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Template;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Templates that are deployed together.
 *
 * @param stacks the stacks of assemblies, by the names of their templates
 */
record Group(List<TemplateFile> files, Map<String, StackArtifact> stacks, RuleData data) {

  /** The first of its files, to name it by. */
  String file() {
    return files.get(0).name();
  }

  /**
   * The application that its templates make up.
   *
   * @param members those of its files that are open
   */
  Application application(List<ApplicationBuilder.Member> members, SourceCode code) {
    return new Application(
        members.stream().map(ApplicationBuilder.Member::template).toList(),
        nested(members),
        data,
        code);
  }

  private NestedStacks nested(List<ApplicationBuilder.Member> members) {
    Map<Path, Template> templates = new HashMap<>();
    for (ApplicationBuilder.Member member : members) {
      templates.put(member.source().path().toAbsolutePath().normalize(), member.template());
    }
    Map<String, Ties> ties = new HashMap<>();
    files.forEach(file -> ties.put(file.name(), file.ties()));
    return new NestedStacks() {
      @Override
      public Optional<Template> child(Resource stack) {
        return Optional.ofNullable(ties.get(stack.template()))
            .flatMap(t -> Optional.ofNullable(t.nested().get(stack.logicalId())))
            .flatMap(file -> Optional.ofNullable(templates.get(file)));
      }

      @Override
      public boolean areApart(String template, String other) {
        StackArtifact one = stacks.get(template);
        StackArtifact two = stacks.get(other);
        return one != null && two != null && one.isApartFrom(two);
      }
    };
  }
}
