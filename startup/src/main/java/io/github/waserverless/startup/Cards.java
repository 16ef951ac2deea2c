package io.github.waserverless.startup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
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

  private static final String FIELD = "annotation$$";

  private final Map<String, ClassNode> classes = new LinkedHashMap<>();
  private final AnnotationCode code = new AnnotationCode(classes);

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
    all.addAll(code.made());
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
    Type host = Type.getObjectType(node.name);
    Type card = Type.getReturnType(reader.desc);
    int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
    node.visitField(access, FIELD, card.getDescriptor(), null, null);
    MethodVisitor visitor =
        node.visitMethod(Opcodes.ACC_PUBLIC, reader.name, reader.desc, null, null);
    GeneratorAdapter method =
        new GeneratorAdapter(visitor, Opcodes.ACC_PUBLIC, reader.name, reader.desc);
    Label made = new Label();
    method.getStatic(host, FIELD, card);
    method.ifNonNull(made);
    code.push(method, annotation);
    method.putStatic(host, FIELD, card);
    method.mark(made);
    visitor.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    method.getStatic(host, FIELD, card);
    method.returnValue();
    method.endMethod();
  }
}
