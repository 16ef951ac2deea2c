package io.github.waserverless.startup;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The class whose one instance is an annotation: what reflection would make of the class file when
 * it is first asked.
 */
final class AnnotationClass {

  static final String INSTANCE = "INSTANCE";

  private final Type type;
  private final ClassNode annotation;
  private final Map<String, Object> values = new HashMap<>();
  private final Map<String, ClassNode> classes;
  private final List<ClassNode> made = new ArrayList<>();

  /**
   * @param type the class that is to be written
   * @param written the annotation as a class has it
   * @param classes all classes, among them those of annotations, by name
   */
  AnnotationClass(Type type, AnnotationNode written, Map<String, ClassNode> classes) {
    this.type = type;
    this.classes = classes;
    this.annotation =
        Objects.requireNonNull(
            classes.get(Type.getType(written.desc).getInternalName()), written.desc);
    for (int i = 0; written.values != null && i < written.values.size(); i += 2) {
      values.put((String) written.values.get(i), written.values.get(i + 1));
    }
  }

  /** The class, after those of the annotations in it. */
  List<ClassNode> write() {
    ClassNode node = new ClassNode();
    node.visit(
        Opcodes.V17,
        ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC,
        type.getInternalName(),
        null,
        "java/lang/Object",
        new String[] {annotation.name});
    node.visitField(ACC_STATIC | ACC_FINAL, INSTANCE, type.getDescriptor(), null, null);
    GeneratorAdapter init = code(node, 0, Method.getMethod("void <init>()"));
    init.loadThis();
    init.invokeConstructor(Type.getType(Object.class), Method.getMethod("void <init>()"));
    end(init);
    GeneratorAdapter once = code(node, ACC_STATIC, Method.getMethod("void <clinit>()"));
    once.newInstance(type);
    once.dup();
    once.invokeConstructor(type, Method.getMethod("void <init>()"));
    once.putStatic(type, INSTANCE, type);
    end(once);
    Type known = Type.getType(Class.class);
    GeneratorAdapter which =
        code(node, ACC_PUBLIC, new Method("annotationType", known, new Type[0]));
    which.push(Type.getObjectType(annotation.name));
    end(which);
    for (MethodNode method : annotation.methods) {
      element(node, method);
    }
    made.add(node);
    return made;
  }

  private void element(ClassNode node, MethodNode method) {
    GeneratorAdapter code = code(node, ACC_PUBLIC, new Method(method.name, method.desc));
    Object value = values.getOrDefault(method.name, method.annotationDefault);
    push(code, value, Type.getReturnType(method.desc));
    end(code);
  }

  private void push(GeneratorAdapter code, Object value, Type type) {
    if (value instanceof List<?> items) {
      code.push(items.size());
      code.newArray(type.getElementType());
      for (int i = 0; i < items.size(); i++) {
        code.dup();
        code.push(i);
        push(code, items.get(i), type.getElementType());
        code.arrayStore(type.getElementType());
      }
    } else if (value instanceof String[] constant) {
      Type owner = Type.getType(constant[0]);
      code.getStatic(owner, constant[1], owner);
    } else if (value instanceof AnnotationNode inner) {
      Type innerType = Type.getObjectType(this.type.getInternalName() + "$" + made.size());
      made.addAll(new AnnotationClass(innerType, inner, classes).write());
      code.getStatic(innerType, INSTANCE, innerType);
    } else if (value instanceof Integer number) {
      code.push(number);
    } else if (value instanceof Boolean flag) {
      code.push(flag);
    } else if (value instanceof String text) {
      code.push(text);
    } else {
      throw new IllegalStateException(
          annotation.name + " has a value of a kind that is not written yet: " + value);
    }
  }

  private static void end(GeneratorAdapter code) {
    code.returnValue();
    code.endMethod();
  }

  private static GeneratorAdapter code(ClassNode node, int access, Method method) {
    return new GeneratorAdapter(
        node.visitMethod(access, method.getName(), method.getDescriptor(), null, null),
        access,
        method.getName(),
        method.getDescriptor());
  }
}
