package io.github.waserverless.startup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Classes that say what they are by an annotation and have a method of an interface that reads it:
 * they get a method of their own, which knows.
 */
final class Cards {

  private final Map<String, ClassNode> classes = new LinkedHashMap<>();
  private final List<ClassNode> made = new ArrayList<>();

  Cards(List<ClassNode> classes) {
    classes.forEach(node -> this.classes.put(node.name, node));
  }

  /** All classes, and those that were made of their annotations. */
  List<ClassNode> written() {
    for (ClassNode node : classes.values()) {
      for (AnnotationNode annotation :
          Optional.ofNullable(node.visibleAnnotations).orElse(List.of())) {
        reader(node, annotation).ifPresent(method -> write(node, annotation, method));
      }
    }
    List<ClassNode> all = new ArrayList<>(classes.values());
    all.addAll(made);
    return all;
  }

  /** The method that answers with an annotation of the class, unless it has its own. */
  private Optional<MethodNode> reader(ClassNode node, AnnotationNode annotation) {
    return above(node)
        .flatMap(type -> type.methods.stream())
        .filter(method -> method.desc.equals("()" + annotation.desc))
        .filter(method -> (method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_STATIC)) == 0)
        .filter(
            method ->
                node.methods.stream()
                    .noneMatch(m -> m.name.equals(method.name) && m.desc.equals(method.desc)))
        .findFirst();
  }

  /** The interfaces of a class, of those that it extends, and those that they extend. */
  private Stream<ClassNode> above(ClassNode node) {
    return Stream.concat(Stream.ofNullable(node.superName), node.interfaces.stream())
        .map(classes::get)
        .filter(Objects::nonNull)
        .flatMap(type -> Stream.concat(Stream.of(type), above(type)));
  }

  private void write(ClassNode node, AnnotationNode annotation, MethodNode reader) {
    Type card = Type.getObjectType(node.name + "$$card");
    made.addAll(new AnnotationClass(card, annotation, classes).write());
    GeneratorAdapter code =
        new GeneratorAdapter(
            node.visitMethod(Opcodes.ACC_PUBLIC, reader.name, reader.desc, null, null),
            Opcodes.ACC_PUBLIC,
            reader.name,
            reader.desc);
    code.getStatic(card, AnnotationClass.INSTANCE, card);
    code.returnValue();
    code.endMethod();
  }
}
