package io.github.waserverless.engine;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.NestedStacks;
import io.github.waserverless.app.RuleData;
import io.github.waserverless.app.SourceCode;
import io.github.waserverless.assembly.StackArtifact;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Template;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Groups templates into applications: what nested stacks, exports and imports, or one build tie
 * together. Unrelated templates under one root never meet.
 */
final class ApplicationBuilder {

  /**
   * A template together with the file that holds it.
   *
   * @param stack the stack of an assembly that it belongs to
   */
  record Member(SourceFile source, Template template, Optional<StackArtifact> stack) {

    /** A template that no assembly holds. */
    Member(SourceFile source, Template template) {
      this(source, template, Optional.empty());
    }
  }

  /** Templates that are deployed together. */
  record Group(List<Template> templates, NestedStacks nested, RuleData data) {

    Application application(SourceCode code) {
      return new Application(templates, nested, data, code);
    }

    /** The first of its files, to name it by. */
    String file() {
      return templates.get(0).file();
    }
  }

  /** How far below a build file a template may lie to belong to that build. */
  private static final int BUILD_DEPTH = 2;

  private final List<Member> members;
  private final int[] group;
  private final Map<Path, Integer> byPath = new HashMap<>();
  private final Map<Resource, Template> children = new HashMap<>();

  private ApplicationBuilder(List<Member> members) {
    this.members = members;
    this.group = new int[members.size()];
    for (int i = 0; i < group.length; i++) {
      group[i] = i;
      byPath.put(absolute(members.get(i).source().path()), i);
    }
  }

  static List<Group> join(List<Member> members, RuleData data) {
    ApplicationBuilder builder = new ApplicationBuilder(members);
    builder.joinNestedStacks();
    builder.joinAssemblies();
    builder.joinImports();
    builder.joinBuilds();
    return builder.groups(data);
  }

  /** All templates as one application. */
  static List<Group> joinAll(List<Member> members, RuleData data) {
    ApplicationBuilder builder = new ApplicationBuilder(members);
    builder.joinNestedStacks();
    for (int i = 1; i < members.size(); i++) {
      builder.union(0, i);
    }
    return builder.groups(data);
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private void joinNestedStacks() {
    for (int i = 0; i < members.size(); i++) {
      for (Resource stack : members.get(i).template().resources().values()) {
        if (stack.type().equals("AWS::CloudFormation::Stack")) {
          Optional<Integer> child = child(members.get(i), stack);
          if (child.isPresent()) {
            children.put(stack, members.get(child.get()).template());
            union(i, child.get());
          }
        }
      }
    }
  }

  private Optional<Integer> child(Member parent, Resource stack) {
    return AssemblySearch.nested(stack, parent)
        .or(
            () ->
                stack
                    .property("TemplateURL")
                    .text()
                    .certain()
                    .flatMap(url -> LocalDocuments.beside(parent.source(), url)))
        .flatMap(file -> Optional.ofNullable(byPath.get(absolute(file))));
  }

  /** The stacks of an assembly are one application, each of its stages is another. */
  private void joinAssemblies() {
    Map<Path, Integer> assemblies = new HashMap<>();
    for (int i = 0; i < members.size(); i++) {
      Optional<StackArtifact> stack = members.get(i).stack();
      if (stack.isPresent()) {
        Integer other = assemblies.putIfAbsent(absolute(stack.get().assembly()), i);
        if (other != null) {
          union(i, other);
        }
      }
    }
  }

  /** An import meets an export only where one template alone exports that name. */
  private void joinImports() {
    Map<String, List<Integer>> exporters = new HashMap<>();
    for (int i = 0; i < members.size(); i++) {
      Template template = members.get(i).template();
      for (Mapping.Entry output : template.outputs()) {
        for (String name :
            Setting.of(template.scope(), output.value()).get("Export", "Name").renderings()) {
          exporters.computeIfAbsent(name, n -> new ArrayList<>()).add(i);
        }
      }
    }
    if (exporters.isEmpty()) {
      return;
    }
    for (int i = 0; i < members.size(); i++) {
      int importer = i;
      Template template = members.get(i).template();
      imports(
          template.root(),
          call ->
              Setting.of(template.scope(), call.argument()).renderings().stream()
                  .map(name -> exporters.getOrDefault(name, List.of()))
                  .filter(found -> found.size() == 1)
                  .filter(found -> !areApart(importer, found.get(0)))
                  .forEach(found -> union(importer, found.get(0))));
    }
  }

  private boolean areApart(int a, int b) {
    return members
        .get(a)
        .stack()
        .flatMap(one -> members.get(b).stack().filter(one::isApartFrom))
        .isPresent();
  }

  private static void imports(Value value, Consumer<Intrinsic> found) {
    if (value instanceof Intrinsic call) {
      if (call.is("ImportValue")) {
        found.accept(call);
      } else {
        imports(call.argument(), found);
      }
    } else if (value instanceof Mapping mapping) {
      mapping.entries().forEach(e -> imports(e.value(), found));
    } else if (value instanceof Sequence sequence) {
      sequence.items().forEach(item -> imports(item, found));
    } else if (!(value instanceof Scalar)) {
      throw new IllegalStateException("a template as written has no partial text");
    }
  }

  private void joinBuilds() {
    Map<Path, Integer> builds = new HashMap<>();
    Map<Path, Boolean> isBuild = new HashMap<>();
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).stack().isPresent()) {
        continue;
      }
      Path folder = absolute(members.get(i).source().path()).getParent();
      for (int up = 0; folder != null && up <= BUILD_DEPTH; up++) {
        boolean samConfig = up == 0 && Files.exists(folder.resolve("samconfig.toml"));
        if (samConfig || isBuild.computeIfAbsent(folder, f -> Files.exists(f.resolve("pom.xml")))) {
          Integer other = builds.putIfAbsent(folder, i);
          if (other != null) {
            union(i, other);
          }
          break;
        }
        folder = folder.getParent();
      }
    }
  }

  private int find(int i) {
    int root = i;
    while (group[root] != root) {
      root = group[root];
    }
    return root;
  }

  private void union(int a, int b) {
    int first = Math.min(find(a), find(b));
    group[find(a)] = first;
    group[find(b)] = first;
  }

  private List<Group> groups(RuleData data) {
    Map<Integer, List<Template>> groups = new LinkedHashMap<>();
    for (int i = 0; i < members.size(); i++) {
      groups.computeIfAbsent(find(i), g -> new ArrayList<>()).add(members.get(i).template());
    }
    NestedStacks nested = nestedStacks();
    return groups.values().stream().map(g -> new Group(g, nested, data)).toList();
  }

  private NestedStacks nestedStacks() {
    Map<String, StackArtifact> stacks = new HashMap<>();
    for (Member member : members) {
      member.stack().ifPresent(stack -> stacks.put(member.template().file(), stack));
    }
    return new NestedStacks() {
      @Override
      public Optional<Template> child(Resource stack) {
        return Optional.ofNullable(children.get(stack));
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
