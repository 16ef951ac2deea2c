package io.github.waserverless.startup;

import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;

import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * The {@code equals}, {@code hashCode} and {@code toString} of a record, which {@code
 * java.lang.runtime.ObjectMethods} would make when they are first called.
 */
record RecordMethods(ClassNode node) {

  private static final Type STRING_BUILDER = Type.getType(StringBuilder.class);

  /** Adds the static method that does what {@code site} would, and says how it is called. */
  Method add(InvokeDynamicInsnNode site) {
    Method method = new Method("record$" + site.name, site.desc);
    int access = ACC_PRIVATE | ACC_STATIC | ACC_SYNTHETIC;
    MethodVisitor visitor =
        node.visitMethod(access, method.getName(), method.getDescriptor(), null, null);
    GeneratorAdapter code =
        new GeneratorAdapter(visitor, access, method.getName(), method.getDescriptor());
    List<Handle> components =
        Arrays.stream(site.bsmArgs, 2, site.bsmArgs.length).map(Handle.class::cast).toList();
    switch (site.name) {
      case "equals" -> equals(code, visitor, components);
      case "hashCode" -> hashCode(code, components);
      default -> string(code, components);
    }
    code.returnValue();
    code.endMethod();
    return method;
  }

  private Type type() {
    return Type.getObjectType(node.name);
  }

  private void equals(GeneratorAdapter code, MethodVisitor visitor, List<Handle> components) {
    Label other = new Label();
    Label differs = new Label();
    code.loadArg(0);
    code.loadArg(1);
    code.ifCmp(type(), GeneratorAdapter.NE, other);
    code.push(true);
    code.returnValue();
    code.mark(other);
    visitor.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    code.loadArg(1);
    code.instanceOf(type());
    code.ifZCmp(GeneratorAdapter.EQ, differs);
    for (Handle component : components) {
      Type type = Type.getType(component.getDesc());
      code.loadArg(0);
      code.getField(type(), component.getName(), type);
      code.loadArg(1);
      code.checkCast(type());
      code.getField(type(), component.getName(), type);
      unlessEqual(code, type, differs);
    }
    code.push(true);
    code.returnValue();
    code.mark(differs);
    visitor.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    code.push(false);
  }

  private static void unlessEqual(GeneratorAdapter code, Type type, Label differs) {
    switch (type.getSort()) {
      case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT, Type.LONG ->
          code.ifCmp(type, GeneratorAdapter.NE, differs);
      case Type.FLOAT, Type.DOUBLE -> {
        code.invokeStatic(
            boxed(type), new Method("compare", Type.INT_TYPE, new Type[] {type, type}));
        code.ifZCmp(GeneratorAdapter.NE, differs);
      }
      default -> {
        code.invokeStatic(
            Type.getType(java.util.Objects.class),
            Method.getMethod("boolean equals(Object, Object)"));
        code.ifZCmp(GeneratorAdapter.EQ, differs);
      }
    }
  }

  private void hashCode(GeneratorAdapter code, List<Handle> components) {
    code.push(0);
    for (Handle component : components) {
      Type type = Type.getType(component.getDesc());
      code.push(31);
      code.math(GeneratorAdapter.MUL, Type.INT_TYPE);
      code.loadArg(0);
      code.getField(type(), component.getName(), type);
      if (type.getSort() >= Type.ARRAY) {
        code.invokeStatic(
            Type.getType(java.util.Objects.class), Method.getMethod("int hashCode(Object)"));
      } else {
        code.invokeStatic(boxed(type), new Method("hashCode", Type.INT_TYPE, new Type[] {type}));
      }
      code.math(GeneratorAdapter.ADD, Type.INT_TYPE);
    }
  }

  private void string(GeneratorAdapter code, List<Handle> components) {
    code.newInstance(STRING_BUILDER);
    code.dup();
    String name = node.name.substring(node.name.lastIndexOf('/') + 1);
    code.push(name.substring(name.lastIndexOf('$') + 1) + "[");
    code.invokeConstructor(STRING_BUILDER, Method.getMethod("void <init>(String)"));
    String separator = "";
    for (Handle component : components) {
      Type type = Type.getType(component.getDesc());
      code.push(separator + component.getName() + "=");
      append(code, Type.getType(String.class));
      code.loadArg(0);
      code.getField(type(), component.getName(), type);
      append(code, type);
      separator = ", ";
    }
    code.push("]");
    append(code, Type.getType(String.class));
    code.invokeVirtual(STRING_BUILDER, Method.getMethod("String toString()"));
  }

  private static void append(GeneratorAdapter code, Type type) {
    Type known =
        switch (type.getSort()) {
          case Type.BYTE, Type.SHORT -> Type.INT_TYPE;
          case Type.OBJECT ->
              type.getClassName().equals("java.lang.String") ? type : Type.getType(Object.class);
          case Type.ARRAY -> Type.getType(Object.class);
          default -> type;
        };
    code.invokeVirtual(STRING_BUILDER, new Method("append", STRING_BUILDER, new Type[] {known}));
  }

  private static Type boxed(Type type) {
    return switch (type.getSort()) {
      case Type.BOOLEAN -> Type.getType(Boolean.class);
      case Type.BYTE -> Type.getType(Byte.class);
      case Type.CHAR -> Type.getType(Character.class);
      case Type.SHORT -> Type.getType(Short.class);
      case Type.INT -> Type.getType(Integer.class);
      case Type.LONG -> Type.getType(Long.class);
      case Type.FLOAT -> Type.getType(Float.class);
      default -> Type.getType(Double.class);
    };
  }
}
