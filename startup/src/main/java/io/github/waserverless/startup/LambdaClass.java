package io.github.waserverless.startup;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;
import static org.objectweb.asm.Opcodes.V17;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * The class that stands for one lambda expression or method reference: what {@code
 * java.lang.invoke.LambdaMetafactory} would make of its call site when it is first reached.
 */
record LambdaClass(Type type, String nestHost, InvokeDynamicInsnNode site) {

  /** The name of the static method that makes an instance of what is captured. */
  static final String FACTORY = "of";

  /** The type of instances of the functional interface. */
  private Type functional() {
    return Type.getReturnType(site.desc);
  }

  private Type[] captured() {
    return Type.getArgumentTypes(site.desc);
  }

  private Method erased() {
    return new Method(site.name, ((Type) site.bsmArgs[0]).getDescriptor());
  }

  private Handle implementation() {
    return (Handle) site.bsmArgs[1];
  }

  private Type instantiated() {
    return (Type) site.bsmArgs[2];
  }

  ClassNode write() {
    ClassNode node = new ClassNode();
    node.visit(
        V17,
        ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC,
        type.getInternalName(),
        null,
        "java/lang/Object",
        new String[] {functional().getInternalName()});
    node.visitNestHost(nestHost);
    Type[] captured = captured();
    for (int i = 0; i < captured.length; i++) {
      node.visitField(ACC_PRIVATE | ACC_FINAL, "a" + i, captured[i].getDescriptor(), null, null);
    }
    constructor(node);
    factory(node);
    method(node);
    node.visitEnd();
    return node;
  }

  private Method constructor() {
    return new Method("<init>", Type.VOID_TYPE, captured());
  }

  private void constructor(ClassNode node) {
    GeneratorAdapter code = code(node, 0, constructor());
    code.loadThis();
    code.invokeConstructor(Type.getType(Object.class), new Method("<init>", "()V"));
    for (int i = 0; i < captured().length; i++) {
      code.loadThis();
      code.loadArg(i);
      code.putField(type, "a" + i, captured()[i]);
    }
    code.returnValue();
    code.endMethod();
  }

  private void factory(ClassNode node) {
    GeneratorAdapter code = code(node, ACC_STATIC, new Method(FACTORY, site.desc));
    code.newInstance(type);
    code.dup();
    code.loadArgs();
    code.invokeConstructor(type, constructor());
    code.returnValue();
    code.endMethod();
  }

  private void method(ClassNode node) {
    GeneratorAdapter code = code(node, ACC_PUBLIC, erased());
    Handle target = implementation();
    Type owner = Type.getObjectType(target.getOwner());
    boolean constructs = target.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    if (constructs) {
      code.newInstance(owner);
      code.dup();
    }
    List<Type> wanted = new ArrayList<>();
    if (!constructs && target.getTag() != Opcodes.H_INVOKESTATIC) {
      wanted.add(owner);
    }
    wanted.addAll(List.of(Type.getArgumentTypes(target.getDesc())));
    arguments(code, wanted);
    call(code, owner, target);
    Type returned = constructs ? owner : Type.getReturnType(target.getDesc());
    result(code, returned);
    code.returnValue();
    code.endMethod();
  }

  private void arguments(GeneratorAdapter code, List<Type> wanted) {
    Type[] captured = captured();
    for (int i = 0; i < captured.length; i++) {
      code.loadThis();
      code.getField(type, "a" + i, captured[i]);
    }
    Type[] given = Type.getArgumentTypes(erased().getDescriptor());
    Type[] actual = instantiated().getArgumentTypes();
    for (int i = 0; i < given.length; i++) {
      code.loadArg(i);
      Conversion.convert(code, given[i], actual[i]);
      Conversion.convert(code, actual[i], wanted.get(captured.length + i));
    }
  }

  private void call(GeneratorAdapter code, Type owner, Handle target) {
    Method method = new Method(target.getName(), target.getDesc());
    switch (target.getTag()) {
      case Opcodes.H_INVOKESTATIC ->
          code.visitMethodInsn(
              Opcodes.INVOKESTATIC,
              target.getOwner(),
              target.getName(),
              target.getDesc(),
              target.isInterface());
      case Opcodes.H_NEWINVOKESPECIAL -> code.invokeConstructor(owner, method);
      default -> {
        if (target.isInterface()) {
          code.invokeInterface(owner, method);
        } else {
          code.invokeVirtual(owner, method);
        }
      }
    }
  }

  private void result(GeneratorAdapter code, Type returned) {
    Type expected = erased().getReturnType();
    if (expected.getSort() == Type.VOID) {
      if (returned.getSize() == 2) {
        code.pop2();
      } else if (returned.getSize() == 1) {
        code.pop();
      }
      return;
    }
    Conversion.convert(code, returned, instantiated().getReturnType());
    Conversion.convert(code, instantiated().getReturnType(), expected);
  }

  private GeneratorAdapter code(ClassNode node, int access, Method method) {
    MethodVisitor visitor =
        node.visitMethod(access, method.getName(), method.getDescriptor(), null, null);
    return new GeneratorAdapter(visitor, access, method.getName(), method.getDescriptor());
  }
}
