package io.github.waserverless.startup;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What lambda expressions, method references, records and annotations there are, each with what
 * comes of it. Odd code is the point of it.
 */
@SuppressWarnings({
  "UnnecessaryLambda",
  "ArrayRecordComponent",
  "ReturnValueIgnored",
  "SelfEquals",
  "EqualsNull",
  "NullAway"
})
public final class Samples implements Supplier<List<String>> {

  private final List<String> results = new ArrayList<>();
  private final String field = "field";

  @Override
  public List<String> get() {
    lambdas();
    references();
    conversions();
    nested();
    records();
    annotations();
    return results;
  }

  private void see(Object result) {
    results.add(String.valueOf(result));
  }

  private void lambdas() {
    int number = 3;
    long big = 1L << 40;
    double half = 0.5;
    Supplier<String> nothing = () -> "nothing";
    see(nothing.get());
    LongSupplier captured = () -> number + big;
    see(captured.getAsLong());
    DoubleUnaryOperator mixed = value -> value * half + number + big;
    see(mixed.applyAsDouble(2));
    BooleanSupplier ofThis = () -> field.length() == 5;
    see(ofThis.getAsBoolean());
    Consumer<Object> sees = this::see;
    sees.accept("accepted");
    Runnable throwing =
        () -> {
          throw new IllegalStateException("thrown");
        };
    try {
      throwing.run();
    } catch (IllegalStateException e) {
      see(e.getMessage());
    }
  }

  private void references() {
    Function<String, Integer> ofType = String::length;
    see(ofType.apply("four"));
    Function<String, StringBuilder> constructor = StringBuilder::new;
    see(constructor.apply("built").append('!'));
    IntFunction<int[]> array = int[]::new;
    see(array.apply(7).length);
    Supplier<String> ofValue = "BOUND"::toLowerCase;
    see(ofValue.get());
    Function<Map<String, Integer>, Integer> ofInterface = Map::size;
    see(ofInterface.apply(Map.of("a", 1)));
    BiFunction<String, String, Boolean> statics = Samples::same;
    see(statics.apply("a", "a"));
    Supplier<String> fromAbove = super::toString;
    see(fromAbove.get().startsWith(Samples.class.getName()));
    Comparator<String> comparator = Comparator.comparing(String::length);
    see(Stream.of("ccc", "a", "bb").sorted(comparator.reversed()).toList());
    Function<Object[], List<Object>> varied = List::of;
    see(varied.apply(new Object[] {1, 2}));
  }

  private static boolean same(String one, String other) {
    return one.equals(other);
  }

  private void conversions() {
    ToLongFunction<Integer> widened = Integer::intValue;
    see(widened.applyAsLong(5));
    ToIntFunction<Character> ofCharacter = Samples::code;
    see(ofCharacter.applyAsInt('c'));
    Function<Integer, Long> boxed = Samples::twice;
    see(boxed.apply(21));
    Supplier<Object> asObject = Samples::answer;
    see(asObject.get());
    Consumer<List<String>> dropped = List::size;
    dropped.accept(List.of());
    Consumer<String> droppedWide = Samples::twiceLength;
    droppedWide.accept("");
    see(
        Stream.of("b", "a", "b")
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting())));
  }

  private static int code(char character) {
    return character;
  }

  private static long twice(int number) {
    return 2L * number;
  }

  private static long twiceLength(String text) {
    return 2L * text.length();
  }

  private static int answer() {
    return 42;
  }

  private void nested() {
    Function<Integer, Function<Integer, Integer>> sum = one -> other -> one + other;
    see(sum.apply(1).apply(2));
    see(new Inner().name.get());
    see(Named.of("inner").name());
    Object anonymous =
        new Object() {
          @Override
          public String toString() {
            Supplier<String> text = () -> "anonymous " + field;
            return text.get();
          }
        };
    see(anonymous);
  }

  private final class Inner {
    private final Supplier<String> name = () -> field + secret();

    private String secret() {
      return " of the nest";
    }
  }

  /** A functional interface with a private lambda expression. */
  interface Named {
    String name();

    static Named of(String name) {
      return () -> name + suffix().get();
    }

    private static Supplier<String> suffix() {
      return () -> "?";
    }
  }

  private record Empty() {}

  private record All(
      boolean flag,
      byte small,
      char letter,
      short shorter,
      int number,
      long big,
      float single,
      double real,
      String text,
      Object any,
      int[] array) {}

  private void records() {
    int[] array = {1};
    All one = new All(true, (byte) 1, 'a', (short) 2, 3, 4L, 5.5f, 6.5, "text", List.of(), array);
    All same = new All(true, (byte) 1, 'a', (short) 2, 3, 4L, 5.5f, 6.5, "text", List.of(), array);
    see(one.equals(same) && one.hashCode() == same.hashCode() && one.equals(one));
    see(one.toString().replaceAll("@\\p{XDigit}+", "@"));
    see(new Empty() + " " + new Empty().equals(new Empty()) + " " + new Empty().hashCode());
    see(one.equals(null) || one.equals(new Empty()));
    see(
        new All(false, (byte) 1, 'a', (short) 2, 3, 4L, 5.5f, 6.5, "text", List.of(), array)
            .equals(one));
    see(
        new All(true, (byte) 2, 'a', (short) 2, 3, 4L, 5.5f, 6.5, "text", List.of(), array)
            .equals(one));
    see(
        new All(true, (byte) 1, 'b', (short) 2, 3, 4L, 5.5f, 6.5, "text", List.of(), array)
            .equals(one));
    see(
        new All(true, (byte) 1, 'a', (short) 3, 3, 4L, 5.5f, 6.5, "text", List.of(), array)
            .equals(one));
    see(
        new All(true, (byte) 1, 'a', (short) 2, 4, 4L, 5.5f, 6.5, "text", List.of(), array)
            .equals(one));
    see(
        new All(true, (byte) 1, 'a', (short) 2, 3, 5L, 5.5f, 6.5, "text", List.of(), array)
            .equals(one));
    see(
        new All(true, (byte) 1, 'a', (short) 2, 3, 4L, Float.NaN, 6.5, "text", List.of(), array)
            .equals(one));
    see(
        new All(true, (byte) 1, 'a', (short) 2, 3, 4L, 5.5f, Double.NaN, "text", List.of(), array)
            .equals(one));
    see(
        new All(true, (byte) 1, 'a', (short) 2, 3, 4L, 5.5f, 6.5, "", List.of(), array)
            .equals(one));
    see(new All(true, (byte) 1, 'a', (short) 2, 3, 4L, 5.5f, 6.5, "text", "", array).equals(one));
    see(
        new All(true, (byte) 1, 'a', (short) 2, 3, 4L, 5.5f, 6.5, "text", List.of(), new int[1])
            .equals(one));
    see(
        new All(true, (byte) 1, 'a', (short) 2, 3, 4L, Float.NaN, Double.NaN, "", "", array)
            .equals(
                new All(
                    true, (byte) 1, 'a', (short) 2, 3, 4L, Float.NaN, Double.NaN, "", "", array)));
  }

  private void annotations() {
    Card card = new Held().card();
    see(card.name() + card.number() + card.flag() + card.unit());
    see(List.of(card.units()) + " " + card.units().length);
    see(Stream.of(card.parts()).map(part -> part.name() + part.value()).toList());
    see(card.annotationType().getSimpleName() + card.others().length);
    see(new Own().card() == null);
  }

  /** An annotation with elements of all kinds that are written. */
  @Retention(RetentionPolicy.RUNTIME)
  @interface Card {
    String name();

    int number() default 7;

    boolean flag() default true;

    TimeUnit unit();

    TimeUnit[] units() default {};

    Part[] parts() default {};

    Part[] others() default {};
  }

  /** An annotation in another. */
  @Retention(RetentionPolicy.RUNTIME)
  @interface Part {
    String name();

    int value() default 3;
  }

  /** What reads the annotation. */
  interface Carded {
    default Card card() {
      return getClass().getAnnotation(Card.class);
    }
  }

  /** One that does so from further above. */
  interface CardedToo extends Carded {}

  @Card(
      name = "held",
      unit = TimeUnit.SECONDS,
      units = {TimeUnit.DAYS, TimeUnit.HOURS},
      parts = {@Part(name = "one"), @Part(name = "two", value = 2)})
  private static final class Held implements CardedToo {}

  @Card(name = "own", unit = TimeUnit.DAYS)
  private static final class Own implements Carded {
    @Override
    public Card card() {
      return null;
    }
  }
}
