package io.github.waserverless.startup;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;
import static org.objectweb.asm.Opcodes.V17;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The class that stands for all lambda expressions and method references of another one: what
 * {@code java.lang.invoke.LambdaMetafactory} would make of each of their call sites when it is
 * first reached, in one class, since an archive of few classes is read sooner.
 */
final class LambdaClass {

  private static final String WHICH = "which";

  private final Type type;
  private final ClassNode node = new ClassNode();
  private final Map<Method, List<Lambda>> methods = new LinkedHashMap<>();
  private final Set<String> interfaces = new LinkedHashSet<>();
  private final Set<Method> constructors = new LinkedHashSet<>();
  private final Set<String> fields = new LinkedHashSet<>();

  LambdaClass(String host, String nestHost) {
    this.type = Type.getObjectType(host + "$$");
    node.visit(
        V17,
        ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC,
        type.getInternalName(),
        null,
        "java/lang/Object",
        null);
    node.visitNestHost(nestHost);
    node.visitField(ACC_PRIVATE | ACC_FINAL, WHICH, "I", null, null);
  }

  /** Adds what a call site makes, and says how it is made. */
  MethodInsnNode add(InvokeDynamicInsnNode site) {
    Lambda lambda = new Lambda(type, site);
    interfaces.add(lambda.functional().getInternalName());
    List<Lambda> same = methods.computeIfAbsent(lambda.erased(), m -> new ArrayList<>());
    same.add(lambda);
    Method factory = new Method("of" + node.methods.size(), site.desc);
    factory(factory, lambda, same.size() - 1);
    return new MethodInsnNode(
        Opcodes.INVOKESTATIC, type.getInternalName(), factory.getName(), site.desc, false);
  }

  boolean isEmpty() {
    return methods.isEmpty();
  }

  /** The class of all that was added. */
  ClassNode written() {
    node.interfaces.addAll(interfaces);
    constructors.forEach(this::constructor);
    methods.forEach(this::method);
    node.visitEnd();
    return node;
  }

  private void factory(Method factory, Lambda lambda, int number) {
    Method constructor = lambda.constructor();
    constructors.add(constructor);
    GeneratorAdapter code = code(ACC_STATIC, factory);
    code.newInstance(type);
    code.dup();
    code.push(number);
    code.loadArgs();
    code.invokeConstructor(type, constructor);
    code.returnValue();
    code.endMethod();
  }

  private void constructor(Method constructor) {
    GeneratorAdapter code = code(ACC_PRIVATE, constructor);
    code.loadThis();
    code.invokeConstructor(Type.getType(Object.class), new Method("<init>", "()V"));
    code.loadThis();
    code.loadArg(0);
    code.putField(type, WHICH, Type.INT_TYPE);
    List<Type> kept = List.of(constructor.getArgumentTypes());
    for (int i = 1; i < kept.size(); i++) {
      String field = Lambda.field(kept, i);
      if (fields.add(field)) {
        node.visitField(ACC_PRIVATE | ACC_FINAL, field, kept.get(i).getDescriptor(), null, null);
      }
      code.loadThis();
      code.loadArg(i);
      code.putField(type, field, kept.get(i));
    }
    code.returnValue();
    code.endMethod();
  }

  /** The method of a functional interface does what the one of many lambdas does that it is. */
  private void method(Method erased, List<Lambda> lambdas) {
    GeneratorAdapter code = code(ACC_PUBLIC, erased);
    if (lambdas.size() == 1) {
      lambdas.get(0).write(code);
    } else {
      Label[] labels = new Label[lambdas.size()];
      java.util.Arrays.setAll(labels, i -> new Label());
      code.loadThis();
      code.getField(type, WHICH, Type.INT_TYPE);
      code.visitTableSwitchInsn(0, labels.length - 1, labels[labels.length - 1], labels);
      MethodVisitor plain = node.methods.get(node.methods.size() - 1);
      for (int i = 0; i < labels.length; i++) {
        code.mark(labels[i]);
        plain.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        lambdas.get(i).write(code);
      }
    }
    code.endMethod();
  }

  private GeneratorAdapter code(int access, Method method) {
    MethodVisitor visitor =
        node.visitMethod(access, method.getName(), method.getDescriptor(), null, null);
    return new GeneratorAdapter(visitor, access, method.getName(), method.getDescriptor());
  }
}
