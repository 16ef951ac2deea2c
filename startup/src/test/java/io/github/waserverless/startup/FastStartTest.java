package io.github.waserverless.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

class FastStartTest {

  private static final String RESOURCE = "text.txt";

  @TempDir Path folder;
  private Path jar;

  @BeforeEach
  void jarOfSamples() throws Exception {
    jar = folder.resolve("samples.jar");
    Path classes =
        Path.of(Samples.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path here = classes.resolve(Samples.class.getPackageName().replace('.', '/'));
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.list(here)) {
      for (Path file :
          files
              .filter(file -> file.getFileName().toString().startsWith("Samples"))
              .sorted()
              .toList()) {
        put(out, classes.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
      put(out, "old/Branching.class", old());
      put(out, RESOURCE, "as it was".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  private static void put(JarOutputStream out, String name, byte[] bytes) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(bytes);
  }

  /** A class like those of compilers before Java 6: a branch, and no stack map. */
  private static byte[] old() {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(Opcodes.V1_5, Opcodes.ACC_PUBLIC, "old/Branching", null, "java/lang/Object", null);
    var code =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "either", "(Z)Ljava/lang/Object;", null, null);
    var other = new org.objectweb.asm.Label();
    var end = new org.objectweb.asm.Label();
    code.visitCode();
    code.visitVarInsn(Opcodes.ILOAD, 0);
    code.visitJumpInsn(Opcodes.IFEQ, other);
    code.visitLdcInsn("text");
    code.visitJumpInsn(Opcodes.GOTO, end);
    code.visitLabel(other);
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC, "java/lang/Thread", "currentThread", "()Ljava/lang/Thread;", false);
    code.visitLabel(end);
    code.visitInsn(Opcodes.ARETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  @Test
  void whatIsRewrittenDoesTheSame() throws Exception {
    List<String> before = new Samples().get();

    FastStart.main(new String[] {jar.toString()});

    try (URLClassLoader loader = loader()) {
      Object samples =
          loader.loadClass(Samples.class.getName()).getDeclaredConstructor().newInstance();
      assertFalse(samples instanceof Samples, "the class of the jar is asked");
      assertEquals(before, ((Supplier<?>) samples).get());
    }
  }

  @Test
  void nothingIsLeftToLink() throws IOException {
    assertTrue(linked(jar) > 30, "there is something to rewrite");

    FastStart.rewrite(jar);

    assertEquals(0, linked(jar));
  }

  @Test
  void theLambdasOfAClassAreOneClass() throws IOException {
    FastStart.rewrite(jar);

    List<String> made =
        nodes(jar).stream()
            .map(node -> node.name.substring(node.name.lastIndexOf('/') + 1))
            .filter(name -> name.endsWith("$$"))
            .sorted()
            .toList();
    assertEquals(List.of("Samples$$", "Samples$1$$", "Samples$Inner$$", "Samples$Named$$"), made);
  }

  @Test
  void anAnnotatedClassKnowsItsAnnotation() throws IOException {
    FastStart.rewrite(jar);

    List<String> knowing =
        nodes(jar).stream()
            .filter(node -> node.methods.stream().anyMatch(method -> method.name.equals("card")))
            .map(node -> node.name.substring(node.name.indexOf('$') + 1))
            .sorted()
            .toList();
    assertEquals(List.of("Carded", "Held", "Own"), knowing);
  }

  @Test
  void whatIsRewrittenStaysAsItIs() throws IOException {
    FastStart.rewrite(jar);
    byte[] once = Files.readAllBytes(jar);

    FastStart.rewrite(jar);

    assertEquals(-1, java.util.Arrays.mismatch(once, Files.readAllBytes(jar)));
  }

  @Test
  void anOldClassBecomesOneThatJavaArchives() throws Exception {
    FastStart.rewrite(jar);

    try (URLClassLoader loader = loader()) {
      Class<?> old = loader.loadClass("old.Branching");
      assertEquals("text", old.getMethod("either", boolean.class).invoke(null, true));
      assertTrue(nodes(jar).stream().allMatch(node -> (node.version & 0xffff) >= Opcodes.V1_6));
    }
  }

  @Test
  void whatIsNoClassIsKept() throws IOException {
    FastStart.rewrite(jar);

    try (JarFile file = new JarFile(jar.toFile());
        InputStream in = file.getInputStream(file.getEntry(RESOURCE))) {
      assertEquals(
          "as it was", new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  private URLClassLoader loader() throws IOException {
    return new URLClassLoader(
        new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
  }

  private static long linked(Path jar) throws IOException {
    return nodes(jar).stream()
        .flatMap(node -> node.methods.stream())
        .flatMap(method -> Stream.of(method.instructions.toArray()))
        .filter(InvokeDynamicInsnNode.class::isInstance)
        .count();
  }

  private static List<ClassNode> nodes(Path jar) throws IOException {
    List<ClassNode> nodes = new ArrayList<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry entry :
          file.stream().filter(entry -> entry.getName().endsWith(".class")).toList()) {
        ClassNode node = new ClassNode();
        try (InputStream in = file.getInputStream(entry)) {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          in.transferTo(bytes);
          new ClassReader(bytes.toByteArray()).accept(node, 0);
        }
        nodes.add(node);
      }
    }
    return nodes;
  }
}
