package io.github.waserverless.startup;

import java.util.Map;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;

/** How a value becomes one of another type, as at the edges of a lambda expression. */
final class Conversion {

  private static final Map<String, Type> UNBOXED =
      Map.of(
          "java/lang/Boolean", Type.BOOLEAN_TYPE,
          "java/lang/Byte", Type.BYTE_TYPE,
          "java/lang/Character", Type.CHAR_TYPE,
          "java/lang/Short", Type.SHORT_TYPE,
          "java/lang/Integer", Type.INT_TYPE,
          "java/lang/Long", Type.LONG_TYPE,
          "java/lang/Float", Type.FLOAT_TYPE,
          "java/lang/Double", Type.DOUBLE_TYPE);

  private Conversion() {}

  /**
   * Writes what makes of the topmost value of the stack, which is of {@code from}, one of {@code
   * to}.
   */
  static void convert(GeneratorAdapter code, Type from, Type to) {
    if (from.equals(to)) {
      return;
    }
    if (isPrimitive(from) && isPrimitive(to)) {
      code.cast(from, to);
    } else if (isPrimitive(from)) {
      // A Long wants a long, even of an int.
      Type unboxed = UNBOXED.getOrDefault(to.getInternalName(), from);
      if (!unboxed.equals(from)) {
        code.cast(from, unboxed);
      }
      code.valueOf(unboxed);
    } else if (isPrimitive(to)) {
      Type unboxed = UNBOXED.get(from.getInternalName());
      if (unboxed == null) {
        code.unbox(to);
      } else {
        code.invokeVirtual(
            from, new Method(unboxed.getClassName() + "Value", unboxed, new Type[0]));
        if (!unboxed.equals(to)) {
          code.cast(unboxed, to);
        }
      }
    } else if (!to.getInternalName().equals("java/lang/Object")) {
      code.checkCast(to);
    }
  }

  private static boolean isPrimitive(Type type) {
    return type.getSort() < Type.ARRAY;
  }
}
