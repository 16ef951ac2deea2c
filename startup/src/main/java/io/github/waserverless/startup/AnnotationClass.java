package io.github.waserverless.startup;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;

import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The class of all annotations of one type: what reflection would make when it is first asked.
 *
 * @param annotation the annotation's type
 */
record AnnotationClass(ClassNode annotation) {

  Type type() {
    return Type.getObjectType(annotation.name + "$$annotation");
  }

  /** The annotation's elements, in the order of the constructor's parameters. */
  List<MethodNode> elements() {
    return annotation.methods;
  }

  Method constructor() {
    Type[] types = elements().stream().map(e -> Type.getReturnType(e.desc)).toArray(Type[]::new);
    return new Method("<init>", Type.VOID_TYPE, types);
  }

  ClassNode write() {
    ClassNode node = new ClassNode();
    node.visit(
        Opcodes.V17,
        ACC_PUBLIC | ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC,
        type().getInternalName(),
        null,
        "java/lang/Object",
        new String[] {annotation.name});
    GeneratorAdapter init = code(node, constructor());
    init.loadThis();
    init.invokeConstructor(Type.getType(Object.class), Method.getMethod("void <init>()"));
    for (int i = 0; i < elements().size(); i++) {
      MethodNode element = elements().get(i);
      Type type = Type.getReturnType(element.desc);
      node.visitField(ACC_PRIVATE | ACC_FINAL, element.name, type.getDescriptor(), null, null);
      init.loadThis();
      init.loadArg(i);
      init.putField(type(), element.name, type);
      GeneratorAdapter getter = code(node, new Method(element.name, element.desc));
      getter.loadThis();
      getter.getField(type(), element.name, type);
      end(getter);
    }
    end(init);
    Type known = Type.getType(Class.class);
    GeneratorAdapter which = code(node, new Method("annotationType", known, new Type[0]));
    which.push(Type.getObjectType(annotation.name));
    end(which);
    return node;
  }

  private static void end(GeneratorAdapter code) {
    code.returnValue();
    code.endMethod();
  }

  private static GeneratorAdapter code(ClassNode node, Method method) {
    return new GeneratorAdapter(
        node.visitMethod(ACC_PUBLIC, method.getName(), method.getDescriptor(), null, null),
        ACC_PUBLIC,
        method.getName(),
        method.getDescriptor());
  }
}
