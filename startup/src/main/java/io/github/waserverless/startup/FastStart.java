package io.github.waserverless.startup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Rewrites a jar so that it starts sooner. Its lambda expressions, method references and records
 * are linked here, once, and not by every process that reaches them; and no class is left that is
 * too old for an archive of loaded classes.
 */
public final class FastStart {

  private static final String CLASS = ".class";

  /** What is no class, in the order of the jar. */
  private final Map<JarEntry, byte[]> others = new LinkedHashMap<>();

  private final List<ClassNode> classes = new ArrayList<>();

  private FastStart() {}

  /**
   * Rewrites jars in their places.
   *
   * @throws IOException if one cannot be read or written
   */
  public static void main(String[] jars) throws IOException {
    for (String jar : jars) {
      rewrite(Path.of(jar));
    }
  }

  static void rewrite(Path jar) throws IOException {
    FastStart start = new FastStart();
    start.read(jar);
    Path written = jar.resolveSibling(jar.getFileName() + ".start");
    start.write(written, Files.getLastModifiedTime(jar));
    Files.move(written, jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private void read(Path path) throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      for (JarEntry entry : jar.stream().toList()) {
        try (InputStream in = jar.getInputStream(entry)) {
          byte[] bytes = in.readAllBytes();
          if (entry.getName().endsWith(CLASS)) {
            ClassNode node = new ClassNode();
            new ClassReader(bytes).accept(node, 0);
            forget(node);
            classes.add(node);
          } else {
            others.put(entry, bytes);
          }
        }
      }
    }
  }

  /** What is for debuggers and compilers only, every start would load. */
  private static void forget(ClassNode node) {
    node.signature = null;
    node.fields.forEach(field -> field.signature = null);
    for (MethodNode method : node.methods) {
      method.localVariables = null;
      method.signature = null;
    }
    if (node.recordComponents != null) {
      node.recordComponents.forEach(component -> component.signature = null);
    }
  }

  private void write(Path path, FileTime modified) throws IOException {
    List<ClassNode> written = new CallSites(new Cards(classes).written()).written();
    ClassHierarchy hierarchy = new ClassHierarchy(written);
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(path))) {
      for (Map.Entry<JarEntry, byte[]> other : others.entrySet()) {
        put(jar, other.getKey().getName(), other.getKey().getLastModifiedTime(), other.getValue());
      }
      for (ClassNode node : written) {
        put(jar, node.name + CLASS, modified, hierarchy.bytes(node));
      }
    }
  }

  private static void put(JarOutputStream jar, String name, FileTime modified, byte[] bytes)
      throws IOException {
    JarEntry entry = new JarEntry(name);
    entry.setLastModifiedTime(modified);
    jar.putNextEntry(entry);
    jar.write(bytes);
  }
}
