package io.github.waserverless.engine;

import io.github.waserverless.app.RuleData;
import io.github.waserverless.assembly.StackArtifact;
import io.github.waserverless.parse.Parsed;
import io.github.waserverless.parse.TreeReader;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.Notice;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.template.Declarations;
import io.github.waserverless.template.Documents;
import io.github.waserverless.template.Fragments;
import io.github.waserverless.template.LanguageExtensions;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Scope;
import io.github.waserverless.template.Template;
import io.github.waserverless.template.sam.PolicyTemplates;
import io.github.waserverless.template.sam.SamTransform;
import io.github.waserverless.tree.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a file as a template and applies the transforms that CloudFormation would. */
final class TemplateLoader {

  private final Map<String, String> parameters;
  private final LocalFiles files;
  private final PolicyTemplates policyTemplates;

  /**
   * @param parameters parameter values that this run was given
   * @param files the files that templates may name
   */
  TemplateLoader(Map<String, String> parameters, RuleData data, LocalFiles files) {
    this.parameters = Map.copyOf(parameters);
    this.files = files;
    this.policyTemplates = new PolicyTemplates(data::table);
  }

  /**
   * What a file turned out to be.
   *
   * @param template empty when it is not a template or cannot be read
   * @param notices why not, or what in it was not looked at
   */
  record Loaded(Optional<Template> template, List<Notice> notices) {}

  /**
   * Reads a file.
   *
   * @param named whether the user named the file: one that was only found may be something else
   * @param stack the stack of an assembly that it belongs to
   */
  Loaded load(SourceFile file, boolean named, Optional<StackArtifact> stack) {
    Parsed parsed = TreeReader.read(file);
    if (parsed.root().isEmpty()) {
      List<Notice> why = parsed.notices();
      return new Loaded(Optional.empty(), why.isEmpty() && named ? List.of(notOne(file)) : why);
    }
    if (!(parsed.root().get() instanceof Mapping root)
        || !(root.get("Resources").orElse(null) instanceof Mapping)) {
      boolean claims =
          parsed.root().get() instanceof Mapping m && m.get("AWSTemplateFormatVersion").isPresent();
      return new Loaded(Optional.empty(), named || claims ? List.of(notOne(file)) : List.of());
    }
    Mapping complete = stack.map(s -> WithConstructs.of(root, s)).orElse(root);
    return new Loaded(Optional.of(template(file, complete, parsed.notices())), List.of());
  }

  private static Notice notOne(SourceFile file) {
    return Notice.notLookedAt(
        Location.startOf(file.name()), "not a CloudFormation template: it has no Resources");
  }

  private Template template(SourceFile file, Mapping written, List<Notice> read) {
    List<Notice> notices = new ArrayList<>(read);
    Documents documents = new LocalDocuments(file, files);
    Mapping root = LanguageExtensions.expand(written, documents, notices);
    Scope scope = new Scope(file.name(), root, parameters, documents);
    Fragments fragments = new Fragments(root);
    Map<String, Resource> declared = Declarations.in(file.name(), root, scope, fragments, notices);
    Map<String, Resource> resources = SamTransform.expand(root, declared, policyTemplates);
    boolean fragment = fragments.isFragment(resources, scope, file.name(), notices);
    return new Template(file.name(), root, scope, resources, fragment, notices);
  }
}
