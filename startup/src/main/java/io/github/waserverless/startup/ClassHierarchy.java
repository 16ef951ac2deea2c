package io.github.waserverless.startup;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/** Which class extends which: what has to be known to write one. */
final class ClassHierarchy {

  private static final String OBJECT = "java/lang/Object";

  private final Map<String, ClassNode> classes = new HashMap<>();

  ClassHierarchy(List<ClassNode> classes) {
    classes.forEach(node -> this.classes.put(node.name, node));
  }

  /** The class file of a class. */
  byte[] bytes(ClassNode node) {
    // Java archives no class from before version 50, and since then each must have stack maps.
    boolean isOld = (node.version & 0xffff) < Opcodes.V1_6;
    if (isOld) {
      node.version = Opcodes.V1_8;
    }
    ClassWriter writer = writer(isOld ? ClassWriter.COMPUTE_FRAMES : ClassWriter.COMPUTE_MAXS);
    node.accept(writer);
    return writer.toByteArray();
  }

  private ClassWriter writer(int flags) {
    return new ClassWriter(flags) {
      @Override
      protected String getCommonSuperClass(String one, String other) {
        Set<String> ancestors = lineage(one);
        for (String ancestor : lineage(other)) {
          if (ancestors.contains(ancestor)) {
            return ancestor;
          }
        }
        return OBJECT;
      }
    };
  }

  /** A class and those that it extends, nearest first. */
  private Set<String> lineage(String name) {
    Set<String> lineage = new LinkedHashSet<>();
    for (String next = name; next != null && lineage.add(next); ) {
      next = parent(next);
    }
    return lineage;
  }

  private @Nullable String parent(String name) {
    ClassNode node = classes.get(name);
    if (node != null) {
      return node.superName;
    }
    try {
      Class<?> known = Class.forName(name.replace('/', '.'), false, null);
      Class<?> parent = known.getSuperclass();
      return parent == null ? null : parent.getName().replace('.', '/');
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the jar lacks a class that it uses: " + name, e);
    }
  }
}
