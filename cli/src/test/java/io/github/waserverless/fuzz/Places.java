package io.github.waserverless.fuzz;

import io.github.waserverless.source.Lines;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.Notice;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.source.Span;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Whether places are places in a text: an editor can go there. */
final class Places {

  private final SourceFile file;
  private final Lines lines;
  private final Set<Value> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  Places(SourceFile file) {
    this.file = file;
    this.lines = Lines.of(file.text());
  }

  void check(Iterable<Notice> notices) {
    for (Notice notice : notices) {
      check(notice.location(), notice.message());
      require(!notice.message().isBlank(), "a notice says nothing");
    }
  }

  /** Every value of a tree. */
  void check(Value value) {
    if (!seen.add(value)) {
      return;
    }
    check(value.location(), value.getClass().getSimpleName());
    if (value instanceof Mapping mapping) {
      for (Mapping.Entry entry : mapping.entries()) {
        check(entry.key());
        check(entry.value());
      }
    } else if (value instanceof Sequence sequence) {
      sequence.items().forEach(this::check);
    } else if (value instanceof Intrinsic call) {
      check(call.argument());
    }
  }

  void check(Location place, Object of) {
    if (!place.file().equals(file.name())) {
      return;
    }
    Span span = place.span();
    require(isIn(span.startLine(), span.startColumn()), "starts outside of the text", span, of);
    require(isIn(span.endLine(), span.endColumn()), "ends outside of the text", span, of);
    require(
        span.startLine() < span.endLine()
            || (span.onOneLine() && span.startColumn() <= span.endColumn()),
        "ends before it starts",
        span,
        of);
  }

  private boolean isIn(int line, int column) {
    if (line < 1 || column < 1) {
      return false;
    }
    return line > lines.count()
        ? line == lines.count() + 1 && column == 1
        : column <= lines.line(line).length() + 1;
  }

  static void require(boolean holds, Object... what) {
    if (!holds) {
      StringBuilder text = new StringBuilder();
      for (Object part : what) {
        text.append(part).append(' ');
      }
      throw new AssertionError(text.toString());
    }
  }
}
