package io.github.waserverless.suppression;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.JavaAnnotation;
import io.github.waserverless.code.JavaClass;
import io.github.waserverless.code.JavaField;
import io.github.waserverless.code.JavaFile;
import io.github.waserverless.code.JavaMethod;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code @SuppressWarnings} on classes, methods and fields. */
final class Annotations {

  private static final Pattern COMMENT =
      Pattern.compile("(?://|/\\*+|^\\*)\\s*(.*?)\\s*(?:\\*/)?$");

  /**
   * A word that an annotation suppresses.
   *
   * @param reason what a comment at the annotation or above it says
   * @param last the last line of what it is on
   */
  record Word(String text, String reason, Location place, int last) {}

  private final SourceLines lines;
  private final List<Word> words = new ArrayList<>();

  private Annotations(SourceFile source) {
    this.lines = new SourceLines(source);
  }

  static List<Word> in(SourceFile source, JavaFile file) {
    if (!source.text().contains("SuppressWarnings")) {
      return List.of();
    }
    Annotations annotations = new Annotations(source);
    file.classes().forEach(annotations::read);
    return annotations.words;
  }

  private void read(JavaClass type) {
    add(type.annotations(), end(type));
    for (JavaField field : type.fields()) {
      add(field.annotations(), end(field));
    }
    for (JavaMethod method : type.methods()) {
      add(method.annotations(), end(method));
    }
    type.nested().forEach(this::read);
  }

  private static int end(JavaClass type) {
    int end = type.location().span().endLine();
    for (JavaField field : type.fields()) {
      end = Math.max(end, end(field));
    }
    for (JavaMethod method : type.methods()) {
      end = Math.max(end, end(method));
    }
    for (JavaClass nested : type.nested()) {
      end = Math.max(end, end(nested));
    }
    return end;
  }

  private static int end(JavaField field) {
    return field.value().map(Expression::location).orElse(field.location()).span().endLine();
  }

  private static int end(JavaMethod method) {
    return method.body().map(b -> b.location()).orElse(method.location()).span().endLine();
  }

  private void add(List<JavaAnnotation> annotations, int last) {
    for (JavaAnnotation annotation : annotations) {
      Expression value = annotation.values().get("value");
      if (annotation.simpleName().equals("SuppressWarnings") && value != null) {
        String reason = reason(annotation.location());
        literals(value).forEach(word -> words.add(word(word, reason, last)));
      }
    }
  }

  private static Word word(Expression.Literal literal, String reason, int last) {
    return new Word(literal.text(), reason, literal.location(), last);
  }

  private static List<Expression.Literal> literals(Expression value) {
    if (value instanceof Expression.Literal literal) {
      return List.of(literal);
    }
    return value.children().stream()
        .filter(Expression.Literal.class::isInstance)
        .map(Expression.Literal.class::cast)
        .toList();
  }

  /** A comment behind the annotation, else one on the line above it. */
  private String reason(Location annotation) {
    int last = annotation.span().endLine();
    String behind = lines.get(last).substring(annotation.span().endColumn() - 1);
    String reason = comment(behind);
    int first = annotation.span().startLine();
    return reason.isEmpty() && first > 1 ? comment(lines.get(first - 1).strip()) : reason;
  }

  private static String comment(String text) {
    Matcher comment = COMMENT.matcher(text);
    return comment.find() && text.substring(0, comment.start()).isBlank() ? comment.group(1) : "";
  }
}
