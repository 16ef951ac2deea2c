package io.github.waserverless.startup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Classes in which what {@code invokedynamic} would link when it is first reached is written out.
 */
final class CallSites {

  private final Map<String, ClassNode> classes = new LinkedHashMap<>();
  private final List<ClassNode> made = new ArrayList<>();

  CallSites(List<ClassNode> classes) {
    classes.forEach(node -> this.classes.put(node.name, node));
  }

  /** All classes, and those that were made of their lambda expressions. */
  List<ClassNode> written() {
    classes.values().forEach(this::write);
    List<ClassNode> all = new ArrayList<>(classes.values());
    all.addAll(made);
    return all;
  }

  private void write(ClassNode node) {
    ClassNode host =
        Objects.requireNonNull(
            node.nestHostClass == null ? node : classes.get(node.nestHostClass), node.name);
    LambdaClass lambdas = new LambdaClass(node.name, host.name);
    for (MethodNode method : List.copyOf(node.methods)) {
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction instanceof InvokeDynamicInsnNode site) {
          if (isLambda(site)) {
            method.instructions.set(site, lambdas.add(site));
          } else if (site.bsm.getOwner().equals("java/lang/runtime/ObjectMethods")) {
            method.instructions.set(site, recordMethod(node, site));
          }
        }
      }
    }
    if (!lambdas.isEmpty()) {
      join(node, host, lambdas.written());
    }
  }

  // The other factory, of serializable ones, stays: nothing of ours reaches it.
  private static boolean isLambda(InvokeDynamicInsnNode site) {
    return site.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")
        && site.bsm.getName().equals("metafactory");
  }

  private void join(ClassNode node, ClassNode host, ClassNode lambdas) {
    made.add(lambdas);
    if (host.nestMembers == null) {
      host.nestMembers = new ArrayList<>();
    }
    host.nestMembers.add(lambdas.name);
    // Private members are open to the nest since Java 11.
    host.version = Math.max(host.version, Opcodes.V11);
    node.version = Math.max(node.version, Opcodes.V11);
  }

  private static MethodInsnNode recordMethod(ClassNode node, InvokeDynamicInsnNode site) {
    Method method = new RecordMethods(node).add(site);
    return new MethodInsnNode(
        Opcodes.INVOKESTATIC, node.name, method.getName(), method.getDescriptor(), false);
  }
}
