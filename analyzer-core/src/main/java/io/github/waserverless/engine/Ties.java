package io.github.waserverless.engine;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Template;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What ties a template to others.
 *
 * @param nested the files that its stacks deploy, by their logical ids
 * @param exports the names that it exports, once for each output and value of it
 * @param imports the names that it imports
 */
record Ties(Map<String, Path> nested, List<String> exports, List<String> imports) {

  /** Copies the lists. */
  Ties {
    nested = Map.copyOf(nested);
    exports = List.copyOf(exports);
    imports = List.copyOf(imports);
  }

  static Ties of(ApplicationBuilder.Member member) {
    Template template = member.template();
    List<String> exports = new ArrayList<>();
    for (Mapping.Entry output : template.outputs()) {
      exports.addAll(
          Setting.of(template.scope(), output.value()).get("Export", "Name").renderings());
    }
    List<String> imports = new ArrayList<>();
    addImports(template.root(), template, imports);
    return new Ties(nested(member), exports, imports);
  }

  private static Map<String, Path> nested(ApplicationBuilder.Member member) {
    Map<String, Path> nested = new LinkedHashMap<>();
    for (Resource stack : member.template().resources().values()) {
      if (stack.type().equals("AWS::CloudFormation::Stack")) {
        child(member, stack).ifPresent(file -> nested.put(stack.logicalId(), file));
      }
    }
    return nested;
  }

  private static Optional<Path> child(ApplicationBuilder.Member parent, Resource stack) {
    return AssemblySearch.nested(stack, parent)
        .or(
            () ->
                stack
                    .property("TemplateURL")
                    .text()
                    .certain()
                    .flatMap(url -> LocalDocuments.beside(parent.source(), url)))
        .map(file -> file.toAbsolutePath().normalize());
  }

  private static void addImports(Value value, Template template, List<String> into) {
    if (value instanceof Intrinsic call) {
      if (call.is("ImportValue")) {
        into.addAll(Setting.of(template.scope(), call.argument()).renderings());
      } else {
        addImports(call.argument(), template, into);
      }
    } else if (value instanceof Mapping mapping) {
      mapping.entries().forEach(e -> addImports(e.value(), template, into));
    } else if (value instanceof Sequence sequence) {
      sequence.items().forEach(item -> addImports(item, template, into));
    } else if (!(value instanceof Scalar)) {
      throw new IllegalStateException("a template as written has no partial text");
    }
  }
}
