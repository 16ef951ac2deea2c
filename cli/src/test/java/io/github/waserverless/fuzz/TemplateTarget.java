package io.github.waserverless.fuzz;

import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Drives all rules over templates that are well-formed but make little sense: each two bytes of an
 * input choose a template of the rule pages, a place in it, or what comes there. What the bytes
 * mean changes with the pages: a template that is found to fail is kept as an input of {@code
 * check}.
 */
public final class TemplateTarget {

  private static final int MOST = 8;

  private static final Stock STOCK = Stock.ofPages();

  private final byte[] input;
  private int read;

  private TemplateTarget(byte[] input) {
    this.input = input;
  }

  /** One input. */
  public static void fuzzerTestOneInput(byte[] input) {
    new TemplateTarget(input).check();
  }

  private int choose(int below) {
    int choice = 0;
    for (int i = 0; i < 2; i++) {
      choice = choice << 8 | (read < input.length ? input[read++] & 0xFF : 0);
    }
    return choice % below;
  }

  private void check() {
    int chosen = choose(STOCK.templates().size());
    Value template = STOCK.templates().get(chosen);
    Graft graft = new Graft(STOCK, this::choose);
    for (int i = 0; i < MOST && read < input.length; i++) {
      template = graft.on(template);
    }
    Map<String, String> files = new HashMap<>(STOCK.examples().get(chosen).files());
    files.put("template.json", json(template));
    try {
      Judgement.check(files);
    } catch (RuntimeException | Error e) {
      e.addSuppressed(new AssertionError(files.toString()));
      throw e;
    }
  }

  private static String json(Value value) {
    if (value instanceof Mapping mapping) {
      return mapping.entries().stream()
          .map(e -> Text.quoted(e.name()) + ": " + json(e.value()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof Sequence sequence) {
      return sequence.items().stream()
          .map(TemplateTarget::json)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Intrinsic call) {
      boolean bare = call.is("Ref") || call.is("Condition");
      String name = bare ? call.function() : "Fn::" + call.function();
      return "{" + Text.quoted(name) + ": " + json(call.argument()) + "}";
    }
    Scalar scalar = (Scalar) value;
    boolean bare = !scalar.quoted() && scalar.raw().matches("null|true|false|-?[1-9]\\d{0,18}|0");
    return bare ? scalar.raw() : Text.quoted(scalar.raw());
  }
}
