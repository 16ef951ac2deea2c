package io.github.waserverless.startup;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Writes what makes an annotation as a class has it. */
final class AnnotationCode {

  private final Map<String, ClassNode> classes;
  private final Map<String, AnnotationClass> used = new LinkedHashMap<>();

  /**
   * @param classes all classes, among them those of annotations, by name
   */
  AnnotationCode(Map<String, ClassNode> classes) {
    this.classes = classes;
  }

  /** The classes of the annotations that were written. */
  List<ClassNode> made() {
    return used.values().stream().map(AnnotationClass::write).toList();
  }

  /** Leaves the annotation on the stack. */
  void push(GeneratorAdapter code, AnnotationNode written) {
    AnnotationClass known =
        used.computeIfAbsent(
            Type.getType(written.desc).getInternalName(),
            name -> new AnnotationClass(Objects.requireNonNull(classes.get(name), name)));
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; written.values != null && i < written.values.size(); i += 2) {
      values.put((String) written.values.get(i), written.values.get(i + 1));
    }
    code.newInstance(known.type());
    code.dup();
    for (MethodNode element : known.elements()) {
      Object value = values.getOrDefault(element.name, element.annotationDefault);
      push(code, value, Type.getReturnType(element.desc));
    }
    code.invokeConstructor(known.type(), known.constructor());
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
      push(code, inner);
    } else if (value instanceof Integer number) {
      code.push(number);
    } else if (value instanceof Boolean flag) {
      code.push(flag);
    } else if (value instanceof String text) {
      code.push(text);
    } else {
      throw new IllegalStateException("an annotation has a value of an unknown kind: " + value);
    }
  }
}
