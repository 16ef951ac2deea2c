package io.github.waserverless.startup;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * One lambda expression or method reference.
 *
 * @param type the class that stands for it
 * @param site where it is made
 */
record Lambda(Type type, InvokeDynamicInsnNode site) {

  private static final Type OBJECT = Type.getType(Object.class);

  /** The type of instances of the functional interface. */
  Type functional() {
    return Type.getReturnType(site.desc);
  }

  /** The method of the functional interface. */
  Method erased() {
    return new Method(site.name, ((Type) site.bsmArgs[0]).getDescriptor());
  }

  /** The constructor that keeps its number and what is captured. */
  Method constructor() {
    return new Method("<init>", Type.VOID_TYPE, kept().toArray(new Type[0]));
  }

  /** The name of the field for one of the arguments of a constructor: all kinds have their own. */
  static String field(List<Type> kept, int index) {
    String kind = kept.get(index).getSort() == Type.OBJECT ? "a" : kept.get(index).getDescriptor();
    long before = kept.subList(1, index).stream().filter(kept.get(index)::equals).count();
    return kind + before;
  }

  /** Its number, and what is captured: references are of one kind, whatever they refer to. */
  private List<Type> kept() {
    List<Type> kept = new ArrayList<>();
    kept.add(Type.INT_TYPE);
    for (Type captured : captured()) {
      kept.add(captured.getSort() < Type.ARRAY ? captured : OBJECT);
    }
    return kept;
  }

  private Type[] captured() {
    return Type.getArgumentTypes(site.desc);
  }

  private Handle implementation() {
    return (Handle) site.bsmArgs[1];
  }

  private Type instantiated() {
    return (Type) site.bsmArgs[2];
  }

  /** Writes what the method of the functional interface does. */
  void write(GeneratorAdapter code) {
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
    result(code, constructs ? owner : Type.getReturnType(target.getDesc()));
    code.returnValue();
  }

  private void arguments(GeneratorAdapter code, List<Type> wanted) {
    Type[] captured = captured();
    List<Type> kept = kept();
    for (int i = 0; i < captured.length; i++) {
      code.loadThis();
      code.getField(type, field(kept, i + 1), kept.get(i + 1));
      Conversion.convert(code, kept.get(i + 1), captured[i]);
    }
    Type[] given = Type.getArgumentTypes(erased().getDescriptor());
    Type[] actual = instantiated().getArgumentTypes();
    for (int i = 0; i < given.length; i++) {
      code.loadArg(i);
      Conversion.convert(code, given[i], actual[i]);
      Conversion.convert(code, actual[i], wanted.get(captured.length + i));
    }
  }

  private static void call(GeneratorAdapter code, Type owner, Handle target) {
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
}
